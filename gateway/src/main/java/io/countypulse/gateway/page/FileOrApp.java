package io.countypulse.gateway.page;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The file of that name or, for an address of the app's own router ({@code /workers}, {@code
 * /workers/4711}), the app itself. What programs call is never answered with a page.
 */
final class FileOrApp extends PathResourceResolver {

  private static final Set<String> NOT_PAGES =
      Set.of("api", "oauth2", "login", "logout", "actuator", "assets", "connect", "userinfo");

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource file = super.getResource(path, location);
    return file == null && isPage(path) ? super.getResource("index.html", location) : file;
  }

  private static boolean isPage(String path) {
    String first = path.split("/", 2)[0];
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !NOT_PAGES.contains(first) && !first.startsWith(".") && !last.contains(".");
  }
}
