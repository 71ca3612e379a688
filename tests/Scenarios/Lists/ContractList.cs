using System.Globalization;
using System.Text.Json;
using Cryptocardium.Schema;

namespace Cryptocardium.Tests.Scenarios.Lists;

/// <summary>A list of the contract. Lists are found in the contract, so that these tests cover a new one.</summary>
/// <param name="Operation">The operation of the list.</param>
internal sealed record ContractList(ContractOperation Operation)
{
    private const string Limit = "limit";
    private const string Cursor = "cursor";
    private const string Sort = "sort";
    private const string OpenEnum = "x-extensible-enum";
    private const string Example = "example";
    private const string InOrder = "&after_sequence=";

    /// <summary>Every operation that returns pages.</summary>
    public static IReadOnlyList<ContractList> All { get; } =
        [.. ContractCheck.Document.Operations.Where(operation => Find(operation, Limit) is not null && Find(operation, Cursor) is not null).Select(operation => new ContractList(operation))];

    /// <summary>The list with an operationId.</summary>
    public static ContractList Of(string id) => All.Single(list => list.Operation.Id == id);

    /// <summary>Every sort order as a part of the query; one empty part for a list with a single order.</summary>
    public IReadOnlyList<string> Sorts { get; } = Find(Operation, Sort) is { } sort ? [.. Values(sort).Select(value => $"&{Sort}={value}")] : [""];

    /// <summary>A filter that keeps the list of request logs from growing while it is read, because each page is a request.</summary>
    public string AtRest => Operation.Id == "listRequestLogs" ? "&method=POST" : "";

    /// <summary>Every filter with its relevant values, and no filter.</summary>
    /// <param name="names">Existing values by parameter name.</param>
    public IEnumerable<string> Filters(IReadOnlyDictionary<string, string> names) =>
        (from parameter in Operation.Parameters
         where parameter.In == "query" && parameter.Name is not (Limit or Cursor or Sort)
         from value in names.TryGetValue(parameter.Name, out var known) ? [known] : Values(parameter)
         select $"&{parameter.Name}={Uri.EscapeDataString(value)}").Prepend("");

    /// <summary>Every sort order with every filter. A filter that has an order of its own comes without a sort order.</summary>
    /// <param name="names">Existing values by parameter name.</param>
    public IEnumerable<string> Queries(IReadOnlyDictionary<string, string> names) =>
        (from sort in Sorts
         from filter in Filters(names)
         select filter.StartsWith(InOrder, StringComparison.Ordinal) ? filter : sort + filter).Distinct();

    /// <summary>Reads all pages of the list, or a number of them.</summary>
    /// <returns>The rows as raw JSON.</returns>
    public async Task<List<string>> Read(
        ApiClient api, IReadOnlyDictionary<string, string> names, string query, int limit, int pages = int.MaxValue)
    {
        var path = string.Join('/', Operation.Path.Split('/').Select(part => part.StartsWith('{') ? names[part.Trim('{', '}')] : part));
        var rows = new List<string>();
        var cursor = "";
        for (var page = 0; page < pages; page++)
        {
            var answer = await TestAccount.Ok(api.Get(string.Create(CultureInfo.InvariantCulture, $"{path}?limit={limit}{query}{cursor}")));
            var list = PageOf(answer.Json);
            rows.AddRange(list.EnumerateObject().First(member => member.Value.ValueKind == JsonValueKind.Array).Value.EnumerateArray().Select(row => row.GetRawText()));
            if (!list.GetProperty("has_more").GetBoolean())
            {
                break;
            }

            cursor = $"&{Cursor}={list.GetProperty("next_cursor").GetString()}";
        }

        return rows;
    }

    // The response itself, or its member that is a page.
    private static JsonElement PageOf(JsonElement answer) => answer.TryGetProperty("has_more", out _)
        ? answer
        : answer.EnumerateObject().Select(member => member.Value).Single(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("has_more", out _));

    private static IEnumerable<string> Values(ContractParameter parameter)
    {
        var schema = parameter.Schema.Source;
        return parameter.Schema.Enum.Count > 0 ? parameter.Schema.Enum.Select(Text)
            : schema.TryGetProperty(OpenEnum, out var values) ? values.EnumerateArray().Select(Text)
            : [Text(parameter.Source.TryGetProperty(Example, out var example) ? example : schema.GetProperty(Example))];
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static ContractParameter? Find(ContractOperation operation, string name) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.In == "query" && parameter.Name == name);
}
