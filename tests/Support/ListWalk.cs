using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Tests;

/// <summary>Reads all pages of a list, as a client would.</summary>
public static class ListWalk
{
    /// <summary>The ids on all pages of a list, in order.</summary>
    /// <param name="api">The client of the account that owns the list.</param>
    /// <param name="path">The list, <c>/v1/disputes</c>.</param>
    /// <param name="query">Filters and sort order, each with a leading <c>&amp;</c>.</param>
    /// <param name="limit">Rows per page.</param>
    public static async Task<List<string>> Ids(ApiClient api, string path, string query = "", int limit = 100) =>
        (await Rows(api, path, query, limit)).ConvertAll(row => row.GetProperty("id").GetString()!);

    /// <summary>The rows on all pages of a list, in order.</summary>
    /// <inheritdoc cref="Ids"/>
    public static async Task<List<JsonElement>> Rows(ApiClient api, string path, string query = "", int limit = 100)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{path}?limit={limit}{query}");
        var found = new List<JsonElement>();
        for (var cursor = ""; ;)
        {
            var page = await TestAccount.Ok(api.Get(first + cursor));
            found.AddRange(page.Json.GetProperty("data").EnumerateArray());
            if (page["has_more"] != "true")
            {
                return found;
            }

            cursor = "&cursor=" + page["next_cursor"];
        }
    }
}
