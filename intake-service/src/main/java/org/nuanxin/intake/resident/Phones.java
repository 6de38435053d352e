package org.nuanxin.intake.resident;

import java.util.regex.Pattern;

/** What can be dialled: a mobile or a landline in China, or any number with its country. */
public final class Phones {
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|\\+\\d{7,15}");

    private Phones() {}

    public static boolean dialable(String phone) {
        return PHONE.matcher(phone.replace(" ", "")).matches();
    }
}
