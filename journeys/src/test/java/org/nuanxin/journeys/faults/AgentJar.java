package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Carries a class of these tests into a JVM that is about to start. */
final class AgentJar {
    private AgentJar() {}

    /** The JVM option that lets the agent in, with what is handed to it. */
    static String option(Class<?> agent, Path folder, Path argument) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), agent.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        Path jar = folder.resolve(agent.getSimpleName() + ".jar");
        Path classes = Path.of(agent.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(agent.getPackageName().replace('.', '/'));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                DirectoryStream<Path> parts = Files.newDirectoryStream(classes, agent.getSimpleName() + "*.class")) {
            for (Path part : parts) {
                out.putNextEntry(new JarEntry(agent.getPackageName().replace('.', '/') + "/" + part.getFileName()));
                try (InputStream in = Files.newInputStream(part)) {
                    in.transferTo(out);
                }
            }
        }
        return "-javaagent:" + jar + "=" + argument;
    }
}
