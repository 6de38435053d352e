package org.nuanxin.events;

/** A thing's name in both languages. */
public record Names(String zh, String en) {
    /** The name for a language tag such as {@code zh-CN} or {@code en}; Chinese where the tag is neither. */
    public String in(String language) {
        return language.startsWith("en") ? en : zh;
    }
}
