package io.countypulse.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does of HTTP: keeps cookies, follows redirects, fills in the sign-in page. */
final class Browser {

  private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final RunningGateway gateway;

  Browser(RunningGateway gateway) {
    this.gateway = gateway;
  }

  static Browser signedIn(RunningGateway gateway, String user) {
    Browser browser = new Browser(gateway);
    browser.signIn(user, gateway.passwordOf(user));
    return browser;
  }

  /** From the app's sign-in entry, over the sign-in page, to where it leads. */
  HttpResponse<String> signIn(String user, String password) {
    return fillIn(get("/oauth2/authorization/pulse"), user, password);
  }

  HttpResponse<String> fillIn(HttpResponse<String> page, String user, String password) {
    Matcher csrf = CSRF_FIELD.matcher(page.body());
    if (!csrf.find()) {
      throw new AssertionError("no sign-in page: " + page.uri() + "\n" + page.body());
    }
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encoded(csrf.group(1)), encoded(user), encoded(password));
    return send(
        gateway
            .request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> get(String path) {
    return send(gateway.request(path));
  }

  /** As the app posts: with the token of the cookie in a header. */
  HttpResponse<String> post(String path, String body) {
    return send(
        gateway
            .request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").getValue())
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  HttpCookie cookie(String prefix) {
    return cookies().stream()
        .filter(cookie -> cookie.getName().startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cookie " + prefix + " in " + cookies()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
