// Smoke test of the Go client of openapi-generator.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"

	it "example.org/inventree/client"
)

func check(good bool, what string, more ...any) {
	if !good {
		fmt.Println(append([]any{"failed:", what}, more...)...)
		os.Exit(1)
	}
}

func must[T any](value T, answer *http.Response, err error) T {
	check(err == nil, "call", err)
	return value
}

func main() {
	config := it.NewConfiguration()
	config.Servers = it.ServerConfigurations{{URL: strings.TrimSuffix(os.Getenv("BASE"), "/")}}
	client := it.NewAPIClient(config)
	basic := context.WithValue(context.Background(), it.ContextBasicAuth, it.BasicAuth{UserName: os.Getenv("USER"), Password: os.Getenv("PASSWORD")})
	token := must(client.UserAPI.UserTokenRetrieve(basic).Name("smoke-go").Execute()).Token
	ctx := context.WithValue(context.Background(), it.ContextAPIKeys, map[string]it.APIKey{"tokenAuth": {Key: token, Prefix: "Token"}})

	role := must(client.UserAPI.UserMeRolesRetrieve(ctx).Execute())
	check(slices.Contains(role.Roles.Part, it.ROLEVERB_VIEW), "roles", role.Roles.Part)

	body := it.NewPartRequest("Smoke go")
	body.SetDescription("A part")
	body.SetIPN("SMK-GO")
	body.SetMinimumStock(2.5)
	made := must(client.PartAPI.PartCreate(ctx).PartRequest(*body).Execute())
	check(made.GetIPN() == "SMK-GO" && made.MinimumStock == 2.5, "create")

	page := must(client.PartAPI.PartList(ctx).Limit(1).Ordering("-name").Execute()).PaginatedPartList
	check(page != nil && page.Count >= 1 && len(page.Results) == 1, "page")
	bare := must(client.PartAPI.PartList(ctx).Execute()).ArrayOfPart
	check(bare != nil && slices.ContainsFunc(*bare, func(p it.Part) bool { return p.Pk == made.Pk }), "bare list")

	check(must(client.PartAPI.PartRetrieve(ctx, made.Pk).Execute()).Name == "Smoke go", "read")
	patch := it.NewPatchedPartRequest()
	patch.SetDescription("Changed")
	patch.SetActive(false)
	patch.SetKeywordsNil()
	changed := must(client.PartAPI.PartPartialUpdate(ctx, made.Pk).PatchedPartRequest(*patch).Execute())
	check(changed.Description == "Changed" && !changed.Active && !changed.Keywords.IsSet() || changed.Keywords.Get() == nil, "change")
	_, err := client.PartAPI.PartDestroy(ctx, made.Pk).Execute()
	check(err == nil, "delete", err)
	_, answer, err := client.PartAPI.PartRetrieve(ctx, made.Pk).Execute()
	check(err != nil && answer.StatusCode == 404, "gone")
	fmt.Println("ok go")
}
