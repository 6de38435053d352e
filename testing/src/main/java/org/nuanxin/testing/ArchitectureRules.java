package org.nuanxin.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The rules of the architecture. A test in each module checks its main code by the method for its kind of module. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /**
     * For a service and its features.
     *
     * @param basePackage the service's own, such as {@code org.nuanxin.intake}
     * @param clockReaders full names of the classes that may look at the machine's clock
     */
    public static void checkService(String basePackage, String... clockReaders) {
        check(
                basePackage,
                Rules.noCycles(basePackage),
                Rules.noImpl(),
                Rules.noFieldInjection(),
                Rules.nullMarked(),
                Rules.databaseTimeOnly(clockReaders),
                Rules.ownPackagesAnd(basePackage, Rules.KIT, Rules.EVENTS),
                Rules.oneOwnerOfTransactions(),
                Rules.oneSender(),
                Rules.oneStepAfterAnother(),
                Rules.decisionsArePlainJava(),
                Rules.resourceMethodsArePublic());
    }

    /** For service-kit. */
    public static void checkKit(String... clockReaders) {
        check(
                Rules.KIT,
                Rules.noCycles(Rules.KIT),
                Rules.noImpl(),
                Rules.noFieldInjection(),
                Rules.nullMarked(),
                Rules.databaseTimeOnly(clockReaders),
                Rules.ownPackagesAnd(Rules.KIT, Rules.EVENTS),
                Rules.oneOwnerOfTransactions(),
                Rules.oneSender(),
                Rules.resourceMethodsArePublic());
    }

    /** For event-contracts, which binds nobody to a library. */
    public static void checkContracts() {
        check(Rules.EVENTS, Rules.jdkAnd(Rules.EVENTS), Rules.noImpl(), Rules.nullMarked());
    }

    /** For the packages in which a service decides: plain Java on the contracts and on each other, so that a simulator can run them. */
    public static void checkPlainJava(String... packages) {
        String[] known =
                Stream.concat(Stream.of(Rules.EVENTS), Stream.of(packages)).toArray(String[]::new);
        for (String each : packages) check(each, Rules.jdkAnd(known));
    }

    /** For what stands beside the services and knows none of their classes: the local stack, journeys, benchmarks. */
    public static void checkTool(String basePackage) {
        check(
                basePackage,
                Rules.noCycles(basePackage),
                Rules.noImpl(),
                Rules.noFieldInjection(),
                Rules.nullMarked(),
                Rules.ownPackagesAnd(basePackage, Rules.EVENTS));
    }

    private static void check(String basePackage, ArchRule... rules) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        Stream.of(rules).forEach(rule -> rule.check(main));
    }
}
