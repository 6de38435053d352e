package org.nuanxin.intake.sealing;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.nuanxin.intake.stored.StoredJson;

/** Makes personal data unreadable without the key, and useless under another owner's id. */
@Startup // a missing key is told when the service starts, not when the first resident calls
@ApplicationScoped
public class Sealing {
    private final KeyRing keys;
    private final StoredJson json;

    Sealing(SealingSettings settings, StoredJson json) {
        this.keys = new KeyRing(
                settings.key().map(Key::parse).orElseGet(() -> keyFor(LaunchMode.current())),
                settings.formerKeys().orElse(List.of()).stream().map(Key::parse));
        this.json = json;
    }

    /** @param owner the id of what it belongs to: it opens for no other */
    public String seal(Object personal, String owner) {
        return keys.seal(json.write(personal), owner);
    }

    public <T> T open(String sealed, Class<T> type, String owner) {
        return json.read(keys.open(sealed, owner), type);
    }

    /** At a developer's desk any key does; elsewhere nobody could ever open again what a forgotten key has sealed. */
    static Key keyFor(LaunchMode mode) {
        if (mode == LaunchMode.NORMAL) {
            throw new IllegalStateException(
                    "NUANXIN_CONTACT_KEY is not set: residents' addresses and phones cannot be kept"
                            + " without it. Make one by: openssl rand -base64 32");
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Key.of(random);
    }
}
