package org.nuanxin.stack.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.nuanxin.events.Names;

/** The language of an answer: {@code ?lang=}, else the browser's, else Chinese. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public static Language of(HttpServerRequest request) {
        String wish = Optional.ofNullable(request.getParam("lang"))
                .or(() -> Optional.ofNullable(request.getHeader("Accept-Language")))
                .orElse("zh-CN");
        return wish.startsWith("en") ? EN : ZH;
    }

    public String tag() {
        return tag;
    }

    /** The ending of the files in this language. */
    public String code() {
        return this == EN ? "en" : "zh";
    }

    public String of(Names names) {
        return names.in(tag);
    }
}
