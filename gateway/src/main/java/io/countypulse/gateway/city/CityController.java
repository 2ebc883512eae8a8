package io.countypulse.gateway.city;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city as the start page needs it; asked again with an ETag, it answers {@code 304}. */
@RestController
class CityController {

  private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

  /**
   * The city and its units in the order of its file.
   *
   * @param today the business date
   * @param hasMap whether {@code /api/city/map} has shapes to show
   */
  record City(
      UnitCode code,
      String name,
      String fullName,
      LocalDate today,
      boolean hasMap,
      List<County> units) {}

  /** A unit, the city included. */
  record County(
      UnitCode code, String name, String fullName, String kind, @Nullable UnitCode parent) {
    static County of(Unit unit) {
      return new County(
          unit.code(), unit.name(), unit.fullName(), unit.kind().code(), unit.parent());
    }
  }

  private final Units units;
  private final BusinessDate date;
  private final Path map;

  CityController(Units units, BusinessDate date, @Value("${pulse.city.directory}") Path directory) {
    this.units = units;
    this.date = date;
    this.map = directory.resolve("map.geojson");
  }

  @GetMapping("/api/city")
  ResponseEntity<City> city() {
    Unit city = units.city();
    City answer =
        new City(
            city.code(),
            city.name(),
            city.fullName(),
            date.today(),
            Files.exists(map),
            units.rows().stream()
                .filter(unit -> !unit.equals(Unit.UNKNOWN))
                .map(County::of)
                .toList());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + Integer.toHexString(answer.hashCode()) + "\"")
        .body(answer);
  }

  /** The shapes of the counties (RFC 7946), property {@code code}; {@code 404} without a map. */
  @GetMapping("/api/city/map")
  ResponseEntity<?> map() throws IOException {
    if (!Files.exists(map)) {
      return Problem.of(
              HttpStatus.NOT_FOUND, "NO_MAP", "没有地图", "本市没有地图文件。", "This city has no map.")
          .toResponse();
    }
    byte[] shapes = Files.readAllBytes(map);
    return ResponseEntity.ok()
        .contentType(GEO_JSON)
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + DigestUtils.md5DigestAsHex(shapes) + "\"")
        .body(shapes);
  }
}
