package io.countypulse.employment.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of the six clear facts is known as of a day, place by place; the city first. */
record Completeness(LocalDate asOf, List<Place> places) {

  Completeness {
    places = List.copyOf(places);
  }

  /**
   * People of a place, and of how many each fact is known.
   *
   * @param household the household's own row is on the register
   * @param employment out of work, or in work with area and employer told
   * @param complete all six are known
   */
  record Place(
      UnitCode county,
      String countyName,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String township,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String village,
      long people,
      long household,
      long employment,
      long wishToWork,
      long skills,
      long wishToTrain,
      long education,
      long complete) {

    /** Per cent of the people of whom all is known, two decimals; null where there is nobody. */
    @JsonProperty
    public @Nullable String share() {
      return people == 0
          ? null
          : BigDecimal.valueOf(100 * complete)
              .divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP)
              .toPlainString();
    }

    Place plus(Place other) {
      return new Place(
          county,
          countyName,
          township,
          village,
          people + other.people,
          household + other.household,
          employment + other.employment,
          wishToWork + other.wishToWork,
          skills + other.skills,
          wishToTrain + other.wishToTrain,
          education + other.education,
          complete + other.complete);
    }
  }
}
