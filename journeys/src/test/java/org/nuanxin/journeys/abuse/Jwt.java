package org.nuanxin.journeys.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.nuanxin.journeys.Stack;

/** Tokens that nobody may accept, made out of a good one. The key of the local sign-in lies in the stack's own folder. */
final class Jwt {
    private static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}";

    private final String good;
    private final JsonNode key;

    Jwt(String good) throws IOException {
        this.good = good;
        this.key = Reply.JSON.readTree(
                Files.readString(Stack.running().home().resolve("keys").resolve("issuer.jwk")));
    }

    static JsonNode claims(String token) {
        try {
            return Reply.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forged tokens by what is wrong with them. */
    Map<String, String> forged() throws GeneralSecurityException {
        PrivateKey ours = issuersKey();
        PrivateKey another =
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        long now = System.currentTimeMillis() / 1000;
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("nonsense", "nonsense");
        forged.put("three empty parts", "..");
        forged.put("signature cut off", good.substring(0, good.lastIndexOf('.') + 1));
        forged.put("alg none", unsigned("none"));
        forged.put("alg NoNe", unsigned("NoNe"));
        forged.put("another key", signed(another, claims -> {}));
        forged.put("another key, nobody's id", signed(another, "nobody", claims -> {}));
        forged.put("HS256 with the public key", confused());
        forged.put("expired", signed(ours, claims -> claims.put("exp", now - 3600)));
        forged.put("not yet", signed(ours, claims -> claims.put("nbf", now + 36000)));
        forged.put("another issuer", signed(ours, claims -> claims.put("iss", "http://issuer.example")));
        forged.put("another audience", signed(ours, claims -> claims.put("aud", "another-application")));
        forged.put("no audience", signed(ours, claims -> claims.remove("aud")));
        forged.put("no subject", signed(ours, claims -> claims.remove("sub")));
        forged.put("more roles than were signed", swapped());
        return forged;
    }

    private String unsigned(String algorithm) {
        return text("{\"alg\":\"" + algorithm + "\"}") + "." + text(claims(good).toString()) + ".";
    }

    private String swapped() {
        String[] parts = good.split("\\.");
        ObjectNode more = claims(good).deepCopy();
        more.putArray("groups").add("administrator").add("supervisor");
        return parts[0] + "." + text(more.toString()) + "." + parts[2];
    }

    private String signed(PrivateKey by, Consumer<ObjectNode> change) throws GeneralSecurityException {
        return signed(by, key.path("kid").asText(), change);
    }

    private String signed(PrivateKey by, String keyId, Consumer<ObjectNode> change) throws GeneralSecurityException {
        ObjectNode claims = claims(good).deepCopy();
        change.accept(claims);
        String content = text(RS256.formatted(keyId)) + "." + text(claims.toString());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(by);
        signature.update(content.getBytes(UTF_8));
        return content + "." + bytes(signature.sign());
    }

    private String confused() throws GeneralSecurityException {
        String header =
                RS256.replace("RS256", "HS256").formatted(key.path("kid").asText());
        String content = text(header) + "." + text(claims(good).toString());
        PublicKey known = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number("n"), number("e")));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(known.getEncoded(), "HmacSHA256"));
        return content + "." + bytes(mac.doFinal(content.getBytes(UTF_8)));
    }

    private PrivateKey issuersKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number("n"), number("d")));
    }

    private BigInteger number(String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }

    private static String text(String json) {
        return bytes(json.getBytes(UTF_8));
    }

    private static String bytes(byte[] raw) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }
}
