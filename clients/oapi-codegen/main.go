// Smoke test of the client of oapi-codegen.
package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"slices"

	it "smoke/client"
)

func check(good bool, what string, more ...any) {
	if !good {
		fmt.Println(append([]any{"failed:", what}, more...)...)
		os.Exit(1)
	}
}

func must[T any](value T, err error) T {
	check(err == nil, "call", err)
	return value
}

func client(authorization string) *it.ClientWithResponses {
	return must(it.NewClientWithResponses(os.Getenv("BASE"), it.WithRequestEditorFn(func(_ context.Context, req *http.Request) error {
		req.Header.Set("Authorization", authorization)
		return nil
	})))
}

func main() {
	ctx := context.Background()
	basic := client("Basic " + base64.StdEncoding.EncodeToString([]byte(os.Getenv("USER")+":"+os.Getenv("PASSWORD"))))
	name := "smoke-oapi"
	token := must(basic.UserTokenRetrieveWithResponse(ctx, &it.UserTokenRetrieveParams{Name: &name})).JSON200
	check(token != nil, "token")
	api := client("Token " + token.Token)

	role := must(api.UserMeRolesRetrieveWithResponse(ctx)).JSON200
	check(role != nil && slices.Contains(*role.Roles.Part, "view"), "roles")

	text, code, quantity, off := "A part", "SMK-OAPI", 2.5, false
	made := must(api.PartCreateWithResponse(ctx, it.PartRequest{Name: "Smoke oapi", Description: &text, IPN: &code, MinimumStock: &quantity})).JSON201
	check(made != nil && *made.IPN == code && made.MinimumStock == quantity, "create")

	one, order, not := 1, it.PartListParamsOrderingMinusName, []int{1000001, 1000002}
	page := must(must(api.PartListWithResponse(ctx, &it.PartListParams{Limit: &one, Ordering: &order, ExcludeId: &not})).JSON200.AsPaginatedPartList())
	check(page.Count >= 1 && len(page.Results) == 1, "page")
	bare := must(must(api.PartListWithResponse(ctx, &it.PartListParams{})).JSON200.AsPartArray())
	check(slices.ContainsFunc(bare, func(p it.Part) bool { return p.Pk == made.Pk }), "bare list")

	check(must(api.PartRetrieveWithResponse(ctx, made.Pk, &it.PartRetrieveParams{})).JSON200.Name == "Smoke oapi", "read")
	text = "Changed"
	changed := must(api.PartPartialUpdateWithResponse(ctx, made.Pk, it.PatchedPartRequest{Description: &text, Active: &off})).JSON200
	check(changed != nil && changed.Description == text && !changed.Active, "change")
	check(must(api.PartDestroyWithResponse(ctx, made.Pk)).StatusCode() == 204, "delete")
	check(must(api.PartRetrieveWithResponse(ctx, made.Pk, &it.PartRetrieveParams{})).StatusCode() == 404, "gone")
	fmt.Println("ok oapi")
}
