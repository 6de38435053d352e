package org.nuanxin.stack.issuer;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.events.Names;
import org.nuanxin.stack.web.Language;
import org.nuanxin.stack.web.Problem;
import org.nuanxin.stack.web.Template;

/** {@code /authorize}: instead of a password, a list of people to choose from. */
final class PersonChooser implements Handler<HttpServerRequest> {
    private static final Problem NOT_A_SIGN_IN = new Problem(
            400,
            "Invalid",
            new Names(
                    "登录请求不完整：需要 response_type=code、client_id、本机 http 的 redirect_uri、code_challenge 和 code_challenge_method=S256。",
                    "Not a sign-in: response_type=code, client_id, an http redirect_uri on this machine, code_challenge and code_challenge_method=S256 are needed."));
    private static final Template PERSON = new Template(
            "<li><a href=\"/authorize?{{query}}&amp;as={{id}}\">{{name}}</a> <small>{{id}}</small></li>\n");

    private final People people;
    private final Codes codes;

    PersonChooser(People people, Codes codes) {
        this.people = people;
        this.codes = codes;
    }

    @Override
    public void handle(HttpServerRequest request) {
        SignInRequest.of(request.params())
                .ifPresentOrElse(signIn -> choose(request, signIn), () -> NOT_A_SIGN_IN.answer(request));
    }

    private void choose(HttpServerRequest request, SignInRequest signIn) {
        Optional<Person> chosen = people.find(request.getParam("as"));
        if (chosen.isEmpty()) {
            show(request);
            return;
        }
        String code = codes.issue(signIn.grant(chosen.get()));
        request.response()
                .setStatusCode(302)
                .putHeader("Location", signIn.answer(code))
                .end();
    }

    private void show(HttpServerRequest request) {
        Language language = Language.of(request);
        StringBuilder list = new StringBuilder();
        for (Person person : people.all()) {
            list.append(PERSON.text(Map.of(
                    "query", request.query(),
                    "id", person.id(),
                    "name", language.of(person.name()))));
        }
        Template page = Template.resource(PersonChooser.class, "sign-in-" + language.code() + ".html");
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(page.page(Map.of(), Map.of("people", list.toString())));
    }
}
