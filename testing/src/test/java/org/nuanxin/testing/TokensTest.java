package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    static final Token GOOD =
            Tokens.of("grid-worker-1", "grid-worker", "resident").withPlaces("grid-1-1-01");

    @Test
    void say_who_may_do_what_where() throws Exception {
        JwtClaims claims = verified(GOOD);

        assertThat(claims.getSubject()).isEqualTo("grid-worker-1");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("grid-worker", "resident");
        assertThat(claims.getStringListClaimValue("places")).containsExactly("grid-1-1-01");
        assertThat(GOOD.bearer()).startsWith("Bearer ey");
    }

    static Stream<Token> bad() {
        return Stream.of(
                GOOD.expired(),
                GOOD.wrongAudience(),
                GOOD.wrongIssuer(),
                GOOD.forged(),
                GOOD.signed(Token.Signature.NONE),
                GOOD.signed(Token.Signature.CONFUSED));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void may_be_such_as_nobody_accepts(Token bad) {
        assertThatThrownBy(() -> verified(bad)).isInstanceOf(InvalidJwtException.class);
    }

    private static JwtClaims verified(Token token) throws InvalidJwtException, GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(Tokens.publicKey());
        return new JwtConsumerBuilder()
                .setExpectedIssuer(Tokens.ISSUER)
                .setExpectedAudience(Tokens.AUDIENCE)
                .setVerificationKey(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .build()
                .processToClaims(token.text());
    }
}
