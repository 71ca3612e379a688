namespace Cryptocardium.Tests.Scenarios.Hostile;

// Bodies that are invalid JSON, or JSON beyond the limits.
internal static class HostileBodies
{
    public static IEnumerable<HostileRequest> All => [.. Texts, .. Numbers, .. Members];

    private static IEnumerable<HostileRequest> Texts =>
    [
        HostileRequest.Post("no body", "", 400, "missing_body"),
        Broken("a brace", "{"),
        Broken("a comma too much", """{"amount_usd":500,}"""),
        Broken("single quotes", "{'amount_usd':500}"),
        Broken("a comment", """{"amount_usd":500/*x*/}"""),
        Broken("two documents", Amount("500") + Amount("500")),
        Broken("a byte-order mark", "\u00ef\u00bb\u00bf" + Amount("500")),
        Broken("a control character in a string", "{\"asset\":\"US\u0001DT\"}"),
        Broken("a line break in a string", "{\"asset\":\"US\nDT\"}"),
        Broken("an unknown escape", """{"asset":"\x41"}"""),
        Broken("half an escape", """{"asset":"\u00"}"""),
        Broken("a string without an end", """{"asset":"USDT"""),
        Broken("a member without a value", """{"asset":}"""),
        Broken("NaN", Amount("NaN")),
        Broken("Infinity", Amount("Infinity")),
        Broken("a leading zero", Amount("0500")),
        Broken("a leading plus", Amount("+500")),
        Broken("a trailing point", Amount("500.")),
        Broken("a leading point", Amount(".5")),
        Broken("hexadecimal", Amount("0x1f4")),
        Broken("65 arrays", new string('[', 65) + new string(']', 65)),
        Broken("100 000 arrays", new string('[', 100_000)),
        Broken("100 000 objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
        HostileRequest.Post("invalid UTF-8", "{\"asset\":\"\u00ff\"}", 400, "invalid_utf8"),
        HostileRequest.Post("an overlong slash", "{\"asset\":\"\u00c0\u00af\"}", 400, "invalid_utf8"),
        HostileRequest.Post("half a character", "{\"asset\":\"\u00e2\u0082\"}", 400, "invalid_utf8"),
        HostileRequest.Post("a surrogate in UTF-8", "{\"asset\":\"\u00ed\u00a0\u0080\"}", 400, "invalid_utf8"),
    ];

    private static IEnumerable<HostileRequest> Numbers =>
    [
        HostileRequest.Post("1e400", Amount("1e400"), 400, "invalid_number"),
        HostileRequest.Post("1e-400", Amount("1e-400"), 400, "invalid_number"),
        HostileRequest.Post("an exponent", Amount("5e2"), 400, "invalid_number"),
        HostileRequest.Post("a number of 1 000 digits", Amount(new string('9', 1_000)), 400, "amount_out_of_bounds"),
        HostileRequest.Post("a fraction of 1 000 digits", Amount($"500.{new string('0', 1_000)}1"), 422, "amount_precision"),
        HostileRequest.Post("a number of a megabyte", Amount(new string('9', 1_000_000)), 400, "amount_out_of_bounds"),
        HostileRequest.Post("beyond 64 bits", Amount("9223372036854775808"), 400, "amount_out_of_bounds"),
        HostileRequest.Post("minus zero", Amount("-0"), 422, "amount_too_small"),
        HostileRequest.Post("a negative amount", Amount("-500"), 422, "amount_too_small"),
        HostileRequest.Post("three decimals", Amount("500.001"), 422, "amount_precision"),
        HostileRequest.Post("text for a number", Amount("\"500\""), 400, "invalid_type"),
        HostileRequest.Post("true for a number", Amount("true"), 400, "invalid_type"),
        HostileRequest.Post("an object for a number", Amount("{}"), 400, "invalid_type"),
        HostileRequest.Post("null for a number", Amount("null"), 400, "invalid_type"),
    ];

    private static IEnumerable<HostileRequest> Members =>
    [
        HostileRequest.Post("an array", "[]", 400, "invalid_type"),
        HostileRequest.Post("a text", "\"500\"", 400, "invalid_type"),
        HostileRequest.Post("a number", "500", 400, "invalid_type"),
        HostileRequest.Post("null", "null", 400, "invalid_type"),
        HostileRequest.Post("nothing in it", "{}", 400, "missing_required_field"),
        HostileRequest.Post("a member twice", """{"amount_usd":500,"amount_usd":500,"asset":"USDT","chain":"tron"}""", 400, "duplicate_field"),
        HostileRequest.Post("a member twice, once escaped", """{"amount_usd":500,"\u0061mount_usd":1,"asset":"USDT","chain":"tron"}""", 400, "duplicate_field"),
        HostileRequest.Post("an unknown member", """{"amount_usd":500,"asset":"USDT","chain":"tron","colour":1}""", 400, "unknown_field"),
        HostileRequest.Post("another case", """{"Amount_USD":500,"asset":"USDT","chain":"tron"}""", 400, "unknown_field"),
        HostileRequest.Post("a prototype", """{"amount_usd":500,"asset":"USDT","chain":"tron","__proto__":{}}""", 400, "unknown_field"),
        HostileRequest.Post("a type for a serializer", """{"$type":"System.IO.FileInfo","amount_usd":500,"asset":"USDT","chain":"tron"}""", 400, "unknown_field"),
        HostileRequest.Post("an empty name", """{"":1,"amount_usd":500,"asset":"USDT","chain":"tron"}""", 400, "unknown_field"),
        HostileRequest.Post("ten thousand members", $"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"a{i}\":1"))}}}", 400, "unknown_field"),
        HostileRequest.Post("a name of a megabyte", $"{{\"{new string('a', 1_000_000)}\":1}}", 400, "unknown_field"),
        HostileRequest.Post("a text of a megabyte", $$"""{"amount_usd":500,"asset":"{{new string('a', 1_000_000)}}","chain":"tron"}""", 400, "value_too_long"),
        HostileRequest.Post("a lonely surrogate", """{"amount_usd":500,"asset":"\ud800","chain":"tron"}""", 400, "invalid_characters"),
        HostileRequest.Post("an escaped NUL", """{"amount_usd":500,"asset":"\u0000","chain":"tron"}""", 400, "invalid_characters"),
    ];

    private static string Amount(string number) => $$"""{"amount_usd":{{number}},"asset":"USDT","chain":"tron"}""";

    private static HostileRequest Broken(string name, string body) => HostileRequest.Post(name, body, 400, "malformed_json");
}
