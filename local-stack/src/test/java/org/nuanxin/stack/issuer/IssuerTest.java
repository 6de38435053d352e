package org.nuanxin.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.events.Names;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.start.CannotStart;

class IssuerTest {
    static final Person WORKER = new Person(
            "grid-worker-1",
            new Names("王秀珍", "Xiuzhen Wang"),
            List.of("resident", "grid-worker"),
            List.of("grid-1-1-01"));

    @TempDir
    Path folder;

    @Test
    void says_of_a_person_what_the_services_ask_and_its_keys_prove_it() throws Exception {
        try (Home home = Home.open(folder, false)) {
            SigningKey key = SigningKey.kept(home.secrets());
            Issuer issuer = Issuer.on(loopback(), new People(List.of(WORKER)), home.secrets());

            JwtClaims claims = verified(issuer.token(WORKER), key.jwks());

            assertThat(claims.getSubject()).isEqualTo("grid-worker-1");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("resident", "grid-worker");
            assertThat(claims.getStringListClaimValue("places")).containsExactly("grid-1-1-01");
            assertThat(claims.getStringClaimValue("name")).isEqualTo("王秀珍");
        }
    }

    @Test
    void keeps_its_key_over_a_restart_and_its_private_half_to_itself() throws Exception {
        String before;
        try (Home home = Home.open(folder, false)) {
            before = SigningKey.kept(home.secrets()).jwks();
        }

        try (Home home = Home.open(folder, false)) {
            assertThat(SigningKey.kept(home.secrets()).jwks()).isEqualTo(before);
        }
        assertThat(before).contains("\"n\":").doesNotContain("\"d\":");
    }

    @Test
    void never_serves_where_another_machine_could_reach_it() {
        try (Home home = Home.open(folder, false)) {
            assertThatThrownBy(() ->
                            Issuer.on(new InetSocketAddress(everywhere(), 8080), new People(List.of()), home.secrets()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("on a loopback address only");
        }
    }

    private static JwtClaims verified(String token, String jwks) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedIssuer("http://localhost:8080")
                .setExpectedAudience("nuanxin")
                .setRequireExpirationTime()
                .setRequireSubject()
                .build()
                .processToClaims(token);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
    }

    private static InetAddress everywhere() throws UnknownHostException {
        return InetAddress.getByName("0.0.0.0");
    }
}
