package org.nuanxin.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Each rule by itself. Libraries are named by text, so that a module needs none of them to be checked. Where a module may have
 * nothing that a rule is about, the rule passes there; a violating sample shows that it can fail.
 */
final class Rules {
    static final String KIT = "org.nuanxin.kit";
    static final String EVENTS = "org.nuanxin.events";

    private static final Set<String> ENTITIES = Set.of(
            "jakarta.persistence.Entity", "jakarta.persistence.Embeddable", "jakarta.persistence.MappedSuperclass");
    private static final List<String> DECISIONS = List.of("Policy", "Rules", "Ranking", "Eligibility");

    private Rules() {}

    static ArchRule noCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a feature can be read, and taken out, alone");
    }

    static ArchRule noImpl() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .because("an interface with one implementation says nothing");
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .allowEmptyShould(true)
                .because("a constructor shows what a class needs");
    }

    static ArchRule nullMarked() {
        DescribedPredicate<JavaClass> inMarkedPackage = describe(
                "in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"));
        return classes().should(be(inMarkedPackage)).because("the compiler looks for nulls in marked packages only");
    }

    static ArchRule databaseTimeOnly(String... clockReaders) {
        Set<String> told = Set.of(clockReaders);
        return noClasses()
                .that(describe("are not told to look at it", type -> !told.contains(outermost(type))))
                .should()
                .accessTargetWhere(use("the machine's clock", Rules::readsClock))
                .allowEmptyShould(true)
                .because("the database's clock decides, and its time is handed in");
    }

    static ArchRule ownPackagesAnd(String... packages) {
        String[] allowed = Stream.of(packages).map(name -> name + "..").toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.nuanxin..").and(resideOutsideOfPackages(allowed)))
                .because("services know each other's events only");
    }

    static ArchRule jdkAnd(String... packages) {
        Stream<String> jdk = Stream.of("java..", "org.jspecify.annotations..");
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(jdk, Stream.of(packages).map(name -> name + ".."))
                        .toArray(String[]::new))
                .because("neither a contract nor a decision is bound to a library");
    }

    static ArchRule oneOwnerOfTransactions() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(KIT + ".transactions..")
                .should()
                .dependOnClassesThat(named(
                        "io.quarkus.hibernate.reactive.panache.common.WithTransaction",
                        "jakarta.transaction.Transactional"))
                .orShould()
                .accessTargetWhere(use(
                        "a transaction of their own", access -> nameOf(access).equals("withTransaction")))
                .allowEmptyShould(true)
                .because("Transactions.run is the one way into a transaction");
    }

    static ArchRule oneSender() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(KIT + ".journal..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.clients.producer..")
                        .or(named(
                                "org.eclipse.microprofile.reactive.messaging.Emitter",
                                "org.eclipse.microprofile.reactive.messaging.Outgoing",
                                "io.smallrye.reactive.messaging.MutinyEmitter")))
                .allowEmptyShould(true)
                .because("what is sent beside the journal is lost, or sent for nothing, when the transaction is");
    }

    static ArchRule oneStepAfterAnother() {
        return noClasses()
                .should()
                .accessTargetWhere(use("subscribe, await, combine, join or merge", Rules::leavesTheChain))
                .because("a session takes one step after another");
    }

    static ArchRule decisionsArePlainJava() {
        return noClasses()
                .that(describe("decide", Rules::decides))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.smallrye.mutiny..")
                .allowEmptyShould(true)
                .because("what decides does not wait");
    }

    static ArchRule resourceMethodsArePublic() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .because("Quarkus leaves others out, with only a line in the log");
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String name = nameOf(access);
        return switch (access.getTargetOwner().getName()) {
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> name.equals("<init>");
            case String owner -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static boolean leavesTheChain(JavaAccess<?> access) {
        String name = nameOf(access);
        return access.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny")
                && (name.startsWith("subscribe")
                        || name.equals("await")
                        || name.equals("combine")
                        || name.equals("join")
                        || name.endsWith("AndMerge"));
    }

    private static boolean decides(JavaClass type) {
        return ENTITIES.stream().anyMatch(type::isAnnotatedWith)
                || DECISIONS.stream().anyMatch(type.getSimpleName()::endsWith);
    }

    private static String nameOf(JavaAccess<?> access) {
        return access.getTarget().getName();
    }

    private static String outermost(JavaClass type) {
        return type.getName().split("\\$", 2)[0];
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("are " + String.join(" or ", names), type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> use(String what, Predicate<JavaAccess<?>> when) {
        return describe("use " + what, when);
    }
}
