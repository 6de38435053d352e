package org.nuanxin.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets in only tokens that say whose they are: whatever is done is done by somebody. OpenID Connect asks for a subject of 255
 * characters at most; the extension takes a token without one, and gives it another of its names.
 */
@ApplicationScoped
class NamedOnly implements SecurityIdentityAugmentor {
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,255}");

    /** Before the token is remembered, and before anybody acts for somebody else. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.isAnonymous() || isNamed(identity)
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static boolean isNamed(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) return true;
        // a claim may be anything: read as what it is
        Object subject = token.<Object>getClaim("sub");
        return subject instanceof String text
                && !text.isBlank()
                && SUBJECT.matcher(text).matches();
    }
}
