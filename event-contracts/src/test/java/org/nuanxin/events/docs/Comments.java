package org.nuanxin.events.docs;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say about a type and its components, by the type's simple name. */
final class Comments {
    private record Comment(String body, Map<String, String> components) {}

    private final Map<String, Comment> byType = new HashMap<>();

    private Comments() {}

    static Comments in(Path folder) throws IOException {
        var comments = new Comments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(folder)) {
            List<Path> paths = sources.toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            new Collector(DocTrees.instance(task)).scan(units, comments.byType);
        }
        return comments;
    }

    /** What the type is, or when the event happens. */
    String of(Class<?> type) {
        return comment(type).body();
    }

    Optional<String> of(Class<?> type, String component) {
        return Optional.ofNullable(comment(type).components().get(component));
    }

    private Comment comment(Class<?> type) {
        return Optional.ofNullable(byType.get(type.getSimpleName()))
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no comment that says what it is"));
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, Map<String, Comment>> {
        private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

        private final DocTrees trees;

        Collector(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Map<String, Comment> found) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                found.put(
                        type.getSimpleName().toString(),
                        new Comment(plain(comment.getFullBody()), components(comment)));
            }
            return super.visitClass(type, found);
        }

        private static Map<String, String> components(DocCommentTree comment) {
            Map<String, String> components = new HashMap<>();
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    components.put(param.getName().toString(), plain(param.getDescription()));
                }
            }
            return components;
        }

        /** In Markdown; the tree's own text has characters beyond ASCII escaped. */
        private static String plain(List<? extends DocTree> trees) {
            String source = trees.stream().map(DocTree::toString).collect(joining());
            return ESCAPED.matcher(source)
                    .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)))
                    .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
