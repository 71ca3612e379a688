using System.Text;
using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Http;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class ContentRulesTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("application/json", "{}", true, true)]
    [InlineData("Application/JSON; charset=UTF-8", "{}", true, true)]
    [InlineData("application/json; charset=\"utf-8\"", "{}", true, true)]
    [InlineData("application/json; charset=utf8", "{}", true, true)]
    [InlineData("application/json; charset=\"UTF8\"", "{}", true, true)]
    [InlineData("application/json; charset=utf-16", "{}", true, false)]
    [InlineData("application/json; charset=latin1", "{}", true, false)]
    [InlineData("application/merge-patch+json", "{}", true, false)]
    [InlineData("text/plain", "{}", true, false)]
    [InlineData("nonsense", "{}", true, false)]
    [InlineData(null, "{}", true, false)]
    [InlineData(null, "", false, true)]
    [InlineData(Form, "", false, true)]
    [InlineData(Form, "{}", true, true)]
    [InlineData(Form, "{}", false, false)]
    [InlineData(Form, "a=b", true, false)]
    [InlineData(Form, " {}", true, false)]
    public void A_body_is_read_as_JSON_or_refused(string? type, string body, bool hasCredential, bool accepted) =>
        Assert.Equal(accepted, ContentRules.CheckType(type, Encoding.UTF8.GetBytes(body), isPatch: false, isAnonymous: !hasCredential) is null);

    [Theory]
    [InlineData("application/merge-patch+json", true)]
    [InlineData("Application/Merge-Patch+JSON; charset=utf-8", true)]
    [InlineData("application/merge-patch+json; charset=latin1", false)]
    [InlineData("application/json-patch+json", false)]
    public void A_merge_patch_is_JSON_for_a_PATCH(string type, bool accepted) =>
        Assert.Equal(accepted, ContentRules.CheckType(type, "{}"u8, isPatch: true, isAnonymous: false) is null);

    [Theory]
    [InlineData(null, true)]
    [InlineData("*/*", true)]
    [InlineData("application/json", true)]
    [InlineData("text/html, application/*;q=0.5", true)]
    [InlineData("text/html, */*;q=0.1", true)]
    [InlineData("text/html", false)]
    [InlineData("application/json;q=0, */*", false)]
    [InlineData("*/*;q=0", false)]
    public void JSON_must_be_acceptable(string? accept, bool accepted)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(accepted, ContentRules.Choose(request, [Call.Json]) is not null);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("Text/CSV; charset=utf-8", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/json, text/csv", "application/json")]
    [InlineData("text/csv, application/json", "application/json")]
    [InlineData("text/csv, application/json;q=0.9", "text/csv")]
    [InlineData("text/csv;q=0.4, */*;q=0.5", "application/json")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("text/csv;q=0", null)]
    [InlineData("text/html", null)]
    public void The_caller_gets_what_it_likes_best_and_JSON_of_equals(string? accept, string? chosen)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(chosen, ContentRules.Choose(request, [Call.Json, "text/csv"]));
    }

    [Theory]
    [InlineData("?a=b", true)]
    [InlineData("?a=%C3%A9", true)]
    [InlineData("?a=%ff", false)]
    [InlineData("?a=%C3", false)]
    [InlineData("?a=100%", true)]
    public void A_query_must_be_UTF8(string query, bool isUtf8) => Assert.Equal(isUtf8, QueryText.IsUtf8(query));

    [Theory]
    [InlineData("?b=2&a=1", "?a=1&b=2", true)]
    [InlineData("?a=1%262", "?a=1&2", false)]
    [InlineData("?a=1", "?a=2", false)]
    public void A_canonical_query_does_not_depend_on_order(string one, string other, bool same) =>
        Assert.Equal(same, Canonical(one) == Canonical(other));

    private static string Canonical(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        return IdempotencyClaims.Canonical(new HttpValues(request));
    }
}
