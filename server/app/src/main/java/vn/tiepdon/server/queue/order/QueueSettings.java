package vn.tiepdon.server.queue.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.tiepdon.server.queue.PriorityGround;

/**
 * The settings under {@code tiepdon.queue.}; all servers of a hospital need the same.
 *
 * @param calls so often a number is called at a place, then it is missed or put back
 * @param behind so many others are called before one that was put back
 * @param reopening how long a missed number can come back
 * @param inTime how far from its time an appointment may be kept and still count
 * @param mostInARow so many who go first may follow each other while others have waited longer
 * @param mostOvertaken so many who came later may be called before anybody; emergencies are not counted
 * @param perPatient minutes from call to call of one queue, as long as it has not shown its own pace
 */
@Validated
@ConfigurationProperties("tiepdon.queue")
public record QueueSettings(
        @Min(1) @Max(10) @DefaultValue("3") int calls,
        @Min(0) @Max(50) @DefaultValue("2") int behind,
        @NotNull @DefaultValue("60m") Duration reopening,
        @NotNull @DefaultValue("15m") Duration inTime,
        @Min(1) @Max(20) @DefaultValue("3") int mostInARow,
        @Min(1) @Max(1000) @DefaultValue("20") int mostOvertaken,
        @Min(1) @Max(120) @DefaultValue("6") int perPatient,
        @Valid @NotNull @DefaultValue Weights weights) {

    /** Who goes first among those who do; 0 for what shall not count here. */
    record Weights(
            @Min(0) @Max(1000) @DefaultValue("100") int emergency,
            @Min(0) @Max(1000) @DefaultValue("80") int warMerit,
            @Min(0) @Max(1000) @DefaultValue("70") int under6,
            @Min(0) @Max(1000) @DefaultValue("70") int from75,
            @Min(0) @Max(1000) @DefaultValue("70") int pregnant,
            @Min(0) @Max(1000) @DefaultValue("70") int speciallySevereDisability,
            @Min(0) @Max(1000) @DefaultValue("70") int severeDisability,
            @Min(0) @Max(1000) @DefaultValue("65") int back,
            @Min(0) @Max(1000) @DefaultValue("60") int appointment) {

        int of(PriorityGround ground) {
            return switch (ground) {
                case EMERGENCY -> emergency;
                case WAR_MERIT -> warMerit;
                case UNDER_6 -> under6;
                case FROM_75 -> from75;
                case PREGNANT -> pregnant;
                case SPECIALLY_SEVERE_DISABILITY -> speciallySevereDisability;
                case SEVERE_DISABILITY -> severeDisability;
            };
        }
    }
}
