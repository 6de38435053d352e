package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OncePerJvmTest {
    @Test
    void gives_class_loaders_of_their_own_the_same_keys() throws Exception {
        try (var quarkus = anotherLoader()) {
            Class<?> tokens = quarkus.loadClass(Tokens.class.getName());

            assertThat(tokens).isNotEqualTo(Tokens.class);
            assertThat(tokens.getMethod("publicKey").invoke(null)).isEqualTo(Tokens.publicKey());
        }
    }

    @Test
    void gives_class_loaders_of_their_own_the_same_stores() throws Exception {
        Database here = Stores.postgres().freshDatabase("loaders");
        try (var quarkus = anotherLoader()) {
            Class<?> type = quarkus.loadClass(Database.class.getName());
            Object stores = quarkus.loadClass(Stores.class.getName())
                    .getMethod("postgres")
                    .invoke(null);
            Object there =
                    stores.getClass().getMethod("freshDatabase", String.class).invoke(stores, "loaders");

            assertThat(type.getMethod("address").invoke(there)).isEqualTo(here.address());
            try (var connection = (Connection) type.getMethod("connect").invoke(there)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private static URLClassLoader anotherLoader() {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(OncePerJvmTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
