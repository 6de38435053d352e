package org.nuanxin.volunteer.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.volunteer.PlayedDispatch.AT;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.Holder;
import org.nuanxin.volunteer.PlayedDispatch;

/** An offer … */
class OfferTest {
    static final String MEI = "volunteer-3";

    final OfferMade question = new PlayedDispatch()
            .asks(new Holder(Holder.Kind.VOLUNTEER, UUID.randomUUID().toString(), MEI));

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "LAPSED"})
    void is_accepted_while_it_is_open_and_after_its_wait(OfferStatus word) {
        var accepted = offer(word, null, null).accept(MEI, AT).orElseThrow();

        assertThat(accepted.offerId()).isEqualTo(question.offerId());
        assertThat(accepted.requestId()).isEqualTo(question.requestId());
        assertThat(accepted.volunteerId()).isEqualTo(question.volunteerId());
        assertThat(accepted.community()).isEqualTo(question.community());
        assertThat(accepted.by()).isEqualTo(MEI);
        assertThat(accepted.at()).isEqualTo(AT);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "LAPSED"})
    void is_refused_while_it_could_be_accepted(OfferStatus word) {
        var refused = offer(word, null, null).refuse(MEI, AT).orElseThrow();

        assertThat(refused.offerId()).isEqualTo(question.offerId());
        assertThat(refused.volunteerId()).isEqualTo(question.volunteerId());
    }

    @Test
    void is_answered_once_however_often_it_is_said() {
        assertThat(offer(OfferStatus.OPEN, null, Answer.ACCEPTED).accept(MEI, AT))
                .isEmpty();
        assertThat(offer(OfferStatus.ACCEPTED, null, Answer.ACCEPTED).accept(MEI, AT))
                .isEmpty();
        assertThat(offer(OfferStatus.LAPSED, null, Answer.REFUSED).refuse(MEI, AT))
                .isEmpty();
        assertThat(offer(OfferStatus.REFUSED, null, Answer.REFUSED).refuse(MEI, AT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, TAKEN,             ,         OfferTaken",
        "WITHDRAWN, TAKEN,             ACCEPTED, OfferTaken",
        "WITHDRAWN, REQUEST_WITHDRAWN, ,         OfferWithdrawn",
        "WITHDRAWN, SEARCH_ENDED,      ,         OfferWithdrawn",
        "WITHDRAWN, REQUEST_AMENDED,   ,         OfferWithdrawn",
        "WITHDRAWN, WITHDRAWN,         ACCEPTED, OfferWithdrawn",
        "WITHDRAWN, CAPACITY,          ACCEPTED, NoCapacityLeft",
        "WITHDRAWN, NOT_ELIGIBLE,      ACCEPTED, NotEligible",
        "OPEN,      ,                  REFUSED,  OfferAlreadyRefused",
        "LAPSED,    ,                  REFUSED,  OfferAlreadyRefused",
        "REFUSED,   ,                  REFUSED,  OfferAlreadyRefused"
    })
    void cannot_be_accepted_any_more(
            OfferStatus word, @Nullable String reason, @Nullable Answer answer, String problem) {
        assertThatThrownBy(() -> offer(word, reason, answer).accept(MEI, AT))
                .extracting(thrown -> thrown.getClass().getSimpleName())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, TAKEN,             ,         OfferTaken",
        "WITHDRAWN, REQUEST_WITHDRAWN, ,         OfferWithdrawn",
        "OPEN,      ,                  ACCEPTED, OfferAlreadyAccepted",
        "LAPSED,    ,                  ACCEPTED, OfferAlreadyAccepted",
        "ACCEPTED,  ,                  ACCEPTED, OfferAlreadyAccepted"
    })
    void cannot_be_refused_any_more(
            OfferStatus word, @Nullable String reason, @Nullable Answer answer, String problem) {
        assertThatThrownBy(() -> offer(word, reason, answer).refuse(MEI, AT))
                .extracting(thrown -> thrown.getClass().getSimpleName())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,      ,         OPEN,      false",
        "OPEN,      ACCEPTED, OPEN,      true",
        "LAPSED,    ACCEPTED, LAPSED,    true",
        "OPEN,      REFUSED,  REFUSED,   false",
        "LAPSED,    REFUSED,  REFUSED,   false",
        "ACCEPTED,  ACCEPTED, ACCEPTED,  false",
        "WITHDRAWN, ACCEPTED, WITHDRAWN, false",
        "WITHDRAWN, REFUSED,  WITHDRAWN, false"
    })
    void is_seen_as(OfferStatus word, @Nullable Answer answer, OfferStatus seen, boolean pending) {
        assertThat(offer(word, null, answer).status()).isEqualTo(seen);
        assertThat(offer(word, null, answer).isPending()).isEqualTo(pending);
    }

    private Offer offer(OfferStatus word, @Nullable String reason, @Nullable Answer answer) {
        return new Offer(question, word, reason, answer);
    }
}
