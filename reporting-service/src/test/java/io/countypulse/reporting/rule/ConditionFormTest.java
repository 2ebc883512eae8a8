package io.countypulse.reporting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Conditions are sent and stored as JSON. */
class ConditionFormTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'THRESHOLD','figure':'credit.overdue_rate','side':'ABOVE','line':1,'severe':2}",
        "{'kind':'THRESHOLD','figure':'yulu.paid / yulu.students','side':'BELOW','line':95,'asked':5}",
        "{'kind':'AGAINST_CITY','figure':'credit.overdue_rate','side':'ABOVE','line':3.5}",
        "{'kind':'ON_MONTH','figure':'credit.overdue_rate','change':'ROSE'}",
        "{'kind':'BEHIND_CALENDAR','figure':'credit.completion_rate','line':10}",
        "{'kind':'AFTER_DEADLINE','figure':'yulu.paid','line':10,'deadline':'06-30'}",
        "{'kind':'NOT_REPORTED','figure':'calls.made'}",
        "{'kind':'DISAGREEMENT','figure':'transport.paid','other':'transport.entitled','line':0}",
        "{'kind':'FEED'}"
      })
  void everyKindIsReadAndWrittenTheSame(String text) {
    ConditionForm form = form(text);
    assertThat(ConditionForm.of(form.condition())).isEqualTo(form);
    assertThat(form(JSON.writeValueAsString(form).replace('"', '\''))).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"MAGIC\"} | condition.kind",
        "{\"kind\":\"NOT_REPORTED\",\"figure\":\"employment.happiness\"} | condition.figure",
        "{\"kind\":\"NOT_REPORTED\",\"figure\":\"calls.made / moon\"} | condition.figure",
        "{\"kind\":\"THRESHOLD\",\"figure\":\"calls.made\",\"side\":\"NEAR\",\"line\":1} | condition.side",
        "{\"kind\":\"THRESHOLD\",\"figure\":\"calls.made\",\"side\":\"BELOW\"} | condition.line",
        "{\"kind\":\"BEHIND_CALENDAR\",\"figure\":\"calls.made\",\"line\":1} | condition.figure",
        "{\"kind\":\"AFTER_DEADLINE\",\"figure\":\"calls.made\",\"line\":1,\"deadline\":\"13-40\"} | condition.deadline",
        "{\"kind\":\"DISAGREEMENT\",\"figure\":\"calls.made\",\"line\":0} | condition.other"
      })
  void whatCannotBeMeantIsRefusedNamingTheField(String json, String field) {
    assertThatThrownBy(() -> form(json).condition())
        .isInstanceOfSatisfying(
            ConditionForm.Malformed.class, each -> assertThat(each.field()).isEqualTo(field));
  }

  private static ConditionForm form(String json) {
    return JSON.readValue(json.replace('\'', '"'), ConditionForm.class);
  }
}
