package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.testing.violations.Awaits;
import org.nuanxin.testing.violations.Clean;
import org.nuanxin.testing.violations.Combines;
import org.nuanxin.testing.violations.ConfiguresField;
import org.nuanxin.testing.violations.GreeterImpl;
import org.nuanxin.testing.violations.HiddenResource;
import org.nuanxin.testing.violations.InjectsField;
import org.nuanxin.testing.violations.Merges;
import org.nuanxin.testing.violations.OpensSessionTransaction;
import org.nuanxin.testing.violations.OpensTransaction;
import org.nuanxin.testing.violations.ReadsClock;
import org.nuanxin.testing.violations.ReadsClockByReference;
import org.nuanxin.testing.violations.ReadsMillis;
import org.nuanxin.testing.violations.SendsByEmitter;
import org.nuanxin.testing.violations.SendsByProducer;
import org.nuanxin.testing.violations.Subscribes;
import org.nuanxin.testing.violations.TakesSystemClock;
import org.nuanxin.testing.violations.WaitingEntity;
import org.nuanxin.testing.violations.WaitingPolicy;
import org.nuanxin.testing.violations.contracts.UsesLibrary;
import org.nuanxin.testing.violations.core.WaitsInTheCore;
import org.nuanxin.testing.violations.cycle.left.Left;
import org.nuanxin.testing.violations.cycle.right.Right;
import org.nuanxin.testing.violations.dispatch.AnotherService;
import org.nuanxin.testing.violations.intake.KnowsAnotherService;
import org.nuanxin.testing.violations.unmarked.Unmarked;

class ArchitectureRulesTest {
    static final String HERE = "org.nuanxin.testing.violations";
    static final JavaClasses SAMPLES = new ClassFileImporter().importPackages(HERE);

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(Rules.noCycles(HERE + ".cycle"), new Class<?>[] {Left.class, Right.class}),
                checked(Rules.noImpl(), GreeterImpl.class),
                checked(Rules.noFieldInjection(), InjectsField.class),
                checked(Rules.noFieldInjection(), ConfiguresField.class),
                checked(Rules.nullMarked(), Unmarked.class),
                checked(Rules.databaseTimeOnly(), ReadsClock.class),
                checked(Rules.databaseTimeOnly(), ReadsClockByReference.class),
                checked(Rules.databaseTimeOnly(), ReadsMillis.class),
                checked(Rules.databaseTimeOnly(), TakesSystemClock.class),
                checked(Rules.ownPackagesAnd(HERE + ".intake", Rules.KIT, Rules.EVENTS), KnowsAnotherService.class),
                checked(Rules.jdkAnd(HERE + ".contracts"), UsesLibrary.class),
                checked(Rules.jdkAnd(HERE + ".core"), WaitsInTheCore.class),
                checked(Rules.oneOwnerOfTransactions(), OpensTransaction.class),
                checked(Rules.oneOwnerOfTransactions(), OpensSessionTransaction.class),
                checked(Rules.oneSender(), SendsByProducer.class),
                checked(Rules.oneSender(), SendsByEmitter.class),
                checked(Rules.oneStepAfterAnother(), Subscribes.class),
                checked(Rules.oneStepAfterAnother(), Awaits.class),
                checked(Rules.oneStepAfterAnother(), Combines.class),
                checked(Rules.oneStepAfterAnother(), Merges.class),
                checked(Rules.decisionsArePlainJava(), WaitingEntity.class),
                checked(Rules.decisionsArePlainJava(), WaitingPolicy.class),
                checked(Rules.resourceMethodsArePublic(), HiddenResource.class));
    }

    private static Arguments checked(ArchRule rule, Class<?> type) {
        return arguments(rule, new Class<?>[] {type});
    }

    @ParameterizedTest
    @MethodSource("violations")
    void catch_what_breaks_them(ArchRule rule, Class<?>[] violating) {
        assertThat(rule.evaluate(classes(violating)).hasViolation()).isTrue();
    }

    static Stream<Arguments> innocents() {
        return Stream.of(
                checked(Rules.noCycles(HERE), Clean.class),
                checked(Rules.noImpl(), Clean.class),
                checked(Rules.noFieldInjection(), Clean.class),
                checked(Rules.nullMarked(), Clean.class),
                checked(Rules.databaseTimeOnly(), Clean.class),
                checked(Rules.databaseTimeOnly(ReadsClock.class.getName()), ReadsClock.class),
                checked(Rules.ownPackagesAnd(HERE), Clean.class),
                checked(Rules.jdkAnd(HERE), AnotherService.class),
                checked(Rules.oneOwnerOfTransactions(), Clean.class),
                checked(Rules.oneSender(), Clean.class),
                checked(Rules.oneStepAfterAnother(), Clean.class),
                checked(Rules.decisionsArePlainJava(), Clean.class),
                checked(Rules.resourceMethodsArePublic(), Clean.class));
    }

    @ParameterizedTest
    @MethodSource("innocents")
    void leave_what_keeps_them(ArchRule rule, Class<?>[] innocent) {
        assertThat(rule.evaluate(classes(innocent)).getFailureReport().getDetails())
                .isEmpty();
    }

    @Test
    void hold_for_the_contracts() {
        ArchitectureRules.checkContracts();
        ArchitectureRules.checkPlainJava(Rules.EVENTS);
    }

    private static JavaClasses classes(Class<?>... types) {
        return SAMPLES.that(JavaClass.Predicates.belongToAnyOf(types));
    }
}
