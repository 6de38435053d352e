package org.nuanxin.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** What is made once and kept, readable by its owner only. */
public final class Secrets {
    private final Path keys;

    /** @param keys a folder that is there */
    public Secrets(Path keys) {
        this.keys = keys;
    }

    /** The key of the contacts: base64 of 256 bits. */
    public String contactKey() throws IOException {
        return kept("contact.key", () -> {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        });
    }

    /** The secret of that name; made, and kept, when it is asked for the first time. */
    public String kept(String name, Supplier<String> make) throws IOException {
        Path file = keys.resolve(name);
        if (Files.exists(file)) return Files.readString(file);
        String secret = make.get();
        Path half = keys.resolve(name + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, secret);
        Files.move(half, file);
        return secret;
    }
}
