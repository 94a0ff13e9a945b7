import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.PartApi;
import org.openapitools.client.api.UserApi;
import org.openapitools.client.auth.ApiKeyAuth;
import org.openapitools.client.model.*;
import java.util.List;

/** Smoke test of the Java client (okhttp-gson) of openapi-generator. */
public class Smoke {
  static ApiClient client () {
    return new ApiClient().setBasePath(System.getenv("BASE").replaceAll("/$", ""));
  }

  static void check (boolean good, String what) { if (!good) throw new AssertionError(what); }

  public static void main (String[] args) throws Exception {
    ApiClient basic = client();
    basic.setUsername(System.getenv("USER"));
    basic.setPassword(System.getenv("PASSWORD"));
    String token = new UserApi(basic).userTokenRetrieve().name("smoke-java").execute().getToken();

    ApiClient api = client();
    ApiKeyAuth auth = (ApiKeyAuth) api.getAuthentication("tokenAuth");
    auth.setApiKeyPrefix("Token");
    auth.setApiKey(token);
    PartApi parts = new PartApi(api);

    Role role = new UserApi(api).userMeRolesRetrieve().execute();
    check(role.getRoles().getPart().contains(RoleVerb.VIEW), "roles");

    Part made = parts.partCreate(new PartRequest().name("Smoke java").description("A part").IPN("SMK-JAVA").minimumStock(2.5)).execute();
    check("SMK-JAVA".equals(made.getIPN()) && made.getMinimumStock() == 2.5, "create");
    PaginatedPartList page = parts.partList().limit(1).ordering("-name").execute().getPaginatedPartList();
    check(page.getCount() >= 1 && page.getResults().size() == 1, "page");
    List<Part> bare = (List<Part>) parts.partList().execute().getActualInstance();
    check(bare.stream().anyMatch(p -> p.getPk().equals(made.getPk())), "bare list");

    check(parts.partRetrieve(made.getPk()).execute().getName().equals("Smoke java"), "read");
    Part changed = parts.partPartialUpdate(made.getPk()).patchedPartRequest(new PatchedPartRequest().description("Changed").active(false)).execute();
    check(changed.getDescription().equals("Changed") && !changed.getActive(), "change");
    parts.partDestroy(made.getPk()).execute();
    try {
      parts.partRetrieve(made.getPk()).execute();
      throw new AssertionError("still there");
    } catch (ApiException gone) {
      check(gone.getCode() == 404, "404");
    }
    System.out.println("ok java");
  }
}
