package org.nuanxin.intake.sealing;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** {@code NUANXIN_CONTACT_KEY} and, after it was changed, {@code NUANXIN_CONTACT_FORMER_KEYS}. */
@ConfigMapping(prefix = "nuanxin.contact")
interface SealingSettings {
    /** 256 bits in base64: what is sealed from now on. */
    Optional<String> key();

    /** Keys that still open what they sealed. */
    Optional<List<String>> formerKeys();
}
