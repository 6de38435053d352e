package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.Reader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Inside a service: one class is loaded with some of its words replaced. It stands alone, in a jar of its own. */
public final class MutatingAgent {
    private MutatingAgent() {}

    /** @param file names the {@code class} and its words, {@code from.N} becomes {@code to.N}, and the service that is {@code spared} */
    public static void premain(String file, Instrumentation instrumentation) throws IOException {
        Properties mutant = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            mutant.load(reader);
        }
        if (isSpared(mutant.getProperty("spared"))) return;
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                return name.equals(mutant.getProperty("class")) ? mutated(bytes, mutant) : null;
            }
        });
    }

    private static boolean isSpared(String service) {
        String jar = System.getProperty("sun.java.command", "");
        return !service.isEmpty() && jar.contains(service + "-service");
    }

    private static byte[] mutated(byte[] bytes, Properties mutant) {
        CodeTransform words = (builder, element) -> {
            if (element instanceof LoadConstantInstruction load && load.constantValue() instanceof String text) {
                String other = replaced(text, mutant);
                if (!other.equals(text)) System.err.println("mutated: " + other.replace("\n", " "));
                builder.loadConstant(other);
            } else {
                builder.with(element);
            }
        };
        ClassFile format = ClassFile.of();
        return format.transformClass(format.parse(bytes), ClassTransform.transformingMethodBodies(words));
    }

    private static String replaced(String text, Properties mutant) {
        String other = text;
        for (int number = 1; mutant.containsKey("from." + number); number++) {
            other = other.replace(mutant.getProperty("from." + number), mutant.getProperty("to." + number, ""));
        }
        return other;
    }
}
