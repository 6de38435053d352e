package org.nuanxin.stack.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.stack.issuer.People;
import org.nuanxin.stack.issuer.Person;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.web.Language;
import org.nuanxin.stack.web.Template;

/** The first page: who is who, what is where, and lines to copy. */
public final class FrontPage {
    private static final Template PERSON = new Template("""
            <tr><td><code>{{id}}</code></td><td>{{name}}</td><td>{{groups}}</td><td>{{places}}</td>\
            <td><a href="/token?as={{id}}">token</a></td></tr>
            """);
    private static final Template SERVICE = new Template("""
            <li>{{service}} <code>{{port}}</code>: <a href="http://localhost:{{port}}/q/swagger-ui">Swagger UI</a>, \
            <a href="/{{service}}/q/openapi">OpenAPI</a>, <a href="/{{service}}/q/health">health</a></li>
            """);

    private final String url;
    private final People people;
    private final int portBase;
    private final Template style = Template.resource(FrontPage.class, "front.css");

    public FrontPage(String url, People people, int portBase) {
        this.url = url;
        this.people = people;
        this.portBase = portBase;
    }

    public Map<String, Handler<HttpServerRequest>> pages() {
        return Map.of("/", this::show, "/front.css", request -> answer(request, "text/css", style.text(Map.of())));
    }

    private void show(HttpServerRequest request) {
        Language language = Language.of(request);
        Template page = Template.resource(FrontPage.class, "front-" + language.code() + ".html");
        Map<String, String> pieces = Map.of("people", people(language), "services", services());
        answer(request, "text/html", page.page(Map.of("url", url), pieces));
    }

    private String people(Language language) {
        return people.all().stream().map(person -> row(person, language)).collect(Collectors.joining());
    }

    private static String row(Person person, Language language) {
        return PERSON.text(Map.of(
                "id", person.id(),
                "name", language.of(person.name()),
                "groups", String.join(", ", person.groups()),
                "places", String.join(", ", person.places())));
    }

    private String services() {
        StringBuilder list = new StringBuilder();
        for (Service service : Service.values()) {
            list.append(
                    SERVICE.text(Map.of("service", service.label(), "port", String.valueOf(service.port(portBase)))));
        }
        return list.toString();
    }

    private static void answer(HttpServerRequest request, String type, String body) {
        request.response().putHeader("Content-Type", type + "; charset=utf-8").end(body);
    }
}
