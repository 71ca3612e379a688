using System.Text;
using Cryptocardium.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace Cryptocardium.Contract.Tests.Schema;

public sealed class RequestBodyTests
{
    private static readonly SchemaNode Authorization = Sample.Schema(
        """
        {"type": "object", "additionalProperties": false, "required": ["card_id", "amount_usd", "merchant"], "properties": {
          "card_id": {"type": "string", "pattern": "^card_[0-9a-z]{4,32}$"},
          "amount_usd": {"$ref": "#/components/schemas/Usd"},
          "merchant": {"type": "object", "additionalProperties": false, "required": ["mcc"], "properties": {
            "mcc": {"type": "string", "pattern": "^[0-9]{4}$"}, "name": {"type": "string", "maxLength": 40}}},
          "tags": {"type": "array", "maxItems": 3, "items": {"type": "string"}},
          "channel": {"type": "string", "enum": ["online", "present"]},
          "at": {"type": "string", "format": "date-time", "nullable": true}}}
        """,
        """, "Usd": {"type": "number", "x-usd": true, "minimum": 0.01, "maximum": 1000000}""");

    [Theory]
    [InlineData("", "Missing body")]
    [InlineData("{", "Malformed json")]
    [InlineData("nonsense", "Malformed json")]
    [InlineData("{} {}", "Malformed json")]
    [InlineData("{\"card_id\": \"card_1234\",}", "Malformed json")]
    [InlineData("{} // note", "Malformed json")]
    [InlineData("\uFEFF{}", "Malformed json")]
    [InlineData("[]", "WrongType type")]
    [InlineData("null", "Null nullable")]
    public void Text_that_is_no_object_has_one_flaw(string json, string expected) => Assert.Equal(expected, Authorization.Check(json));

    [Theory]
    [InlineData("\"amount_usd\": 0", "OutOfRange amount_usd minimum (business)")]
    [InlineData("\"amount_usd\": -0", "OutOfRange amount_usd minimum (business)")]
    [InlineData("\"amount_usd\": -1", "OutOfRange amount_usd minimum (business)")]
    [InlineData("\"amount_usd\": 0.01", "")]
    [InlineData("\"amount_usd\": 1000000.00", "")]
    [InlineData("\"amount_usd\": 1000000.01", "OutOfRange amount_usd maximum (business)")]
    [InlineData("\"amount_usd\": 1.005", "AmountPrecision amount_usd x-usd (business)")]
    [InlineData("\"amount_usd\": 1.000", "")]
    [InlineData("\"amount_usd\": 1.0001", "AmountPrecision amount_usd x-usd (business)")]
    [InlineData("\"amount_usd\": 1000000000.01", "NumberForm amount_usd x-usd")]
    [InlineData("\"amount_usd\": -1000000001", "NumberForm amount_usd x-usd")]
    [InlineData("\"amount_usd\": 1e2", "NumberForm amount_usd x-usd")]
    [InlineData("\"amount_usd\": 1E400", "NumberForm amount_usd x-usd")]
    [InlineData("\"amount_usd\": NaN", "Malformed json")]
    [InlineData("\"amount_usd\": 01", "Malformed json")]
    [InlineData("\"amount_usd\": \"5\"", "WrongType amount_usd type")]
    [InlineData("\"amount_usd\": null", "Null amount_usd nullable")]
    public void Amounts(string member, string expected) => Assert.Equal(expected, Authorization.Check(
        $$"""{"card_id": "card_1234", "merchant": {"mcc": "5411"}, {{member}}}"""));

    [Theory]
    [InlineData("\"at\": null", "")]
    [InlineData("\"other\": 1", "Unknown other additionalProperties")]
    [InlineData("\"channel\": \"online\", \"channel\": \"online\"", "Duplicate channel json")]
    [InlineData("\"channel\": \"online\", \"c\\u0068annel\": \"online\"", "Duplicate channel json")]
    [InlineData("\"tags\": [\"a\\u0000\"]", "Characters tags[0] json")]
    [InlineData("\"tags\": [\"\\\\u0000\"]", "")]
    [InlineData("\"tags\": {\"x\": \"\\u0000\"}", "WrongType tags type; Characters tags.x json")]
    [InlineData("\"o\\u0000\": 1", "Characters ? json")]
    [InlineData("\"o\\u0007\": 1", "Characters ? json")]
    [InlineData("\"\\udc00\": 1", "Characters ? json")]
    [InlineData("\"tags\": [\"a\\ud800\"]", "Characters tags[0] json")]
    [InlineData("\"at\": \"2026-05-01T02:00:00.123456789+02:00\"", "")]
    [InlineData("\"other\": {\"a\": 1, \"a\": 2}", "Unknown other additionalProperties; Duplicate other.a json")]
    public void Members(string member, string expected) => Assert.Equal(expected, Authorization.Check(
        $$"""{"card_id": "card_1234", "merchant": {"mcc": "5411"}, "amount_usd": 5, {{member}}}"""));

    [Fact]
    public void Everything_that_is_wrong_is_reported_in_the_order_of_the_body() => Assert.Equal(
        "Pattern merchant.mcc pattern; WrongType merchant.name type; Pattern card_id pattern; Missing amount_usd required",
        Authorization.Check("""{"merchant": {"mcc": "54", "name": 1}, "card_id": "x"}"""));

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() => Assert.Equal(
        "InvalidUtf8 json", Authorization.Check([.. "{\"card_id\": \""u8, 0xC3, 0x28, .. "\"}"u8]));

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "TooDeep json")]
    [InlineData(66, "TooDeep json")]
    [InlineData(100_000, "TooDeep json")]
    public void Nesting_is_bounded(int depth, string expected) => Assert.Equal(
        expected, Sample.Schema("{}").Check(new string('[', depth) + new string(']', depth)));

    [Fact]
    public void Four_hundred_digits_are_a_number_form() => Assert.Equal(
        "NumberForm x-usd", Sample.Schema("""{"type": "number", "x-usd": true}""").Check(new string('9', 400)));

    [Fact]
    public void A_hostile_body_gets_a_bounded_answer()
    {
        var body = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("1", 100_000))}]");

        Assert.Equal(100, RequestBody.Check(body, Sample.Schema("""{"type": "array", "items": {"type": "string"}}""")).Count);
    }

    [Fact]
    public void A_good_body_costs_no_allocation()
    {
        var body = """
            {"card_id": "card_12ab", "amount_usd": 42.95, "tags": ["a", "b"], "channel": "online",
             "merchant": {"mcc": "5411", "name": "Caf\u00e9"}, "at": "2026-02-28T23:59:59Z"}
            """u8.ToArray();
        for (var i = 0; i < 1000; i++)
        {
            Assert.Empty(RequestBody.Check(body, Authorization));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var violations = 0;
        for (var i = 0; i < 100; i++)
        {
            violations += RequestBody.Check(body, Authorization).Count;
        }

        Assert.Equal((0, 0), (violations, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void Cents_up_to_the_limit_pass_and_any_third_decimal_is_a_precision()
    {
        var amounts = ArbMap.Default.ArbFor<PositiveInt>();
        Prop.ForAll(amounts, cents => Amount(cents.Get % 100_000_000).Length == 0).QuickCheckThrowOnFailure();
        Prop.ForAll(amounts, cents => Amount(cents.Get % 100_000_000, "5").StartsWith("AmountPrecision", StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();
    }

    // Random cuts and edits of a valid body must be reported and never throw.
    [Fact]
    public void No_edit_of_a_body_makes_the_check_throw()
    {
        var body = """{"card_id": "card_12\u0061b", "amount_usd": 42.95, "tags": ["a"], "merchant": {"mcc": "5411"}}"""u8.ToArray();
        var edits = ArbMap.Default.ArbFor<(byte Value, NonNegativeInt Place, bool IsCut)>();
        Prop.ForAll(edits, edit =>
        {
            var place = edit.Place.Get * 7 % body.Length;
            byte[] edited = edit.IsCut ? body[..place] : [.. body[..place], edit.Value, .. body[(place + 1)..]];
            return RequestBody.Check(edited, Authorization) is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static string Amount(int cents, string more = "") => Authorization.Check(
        $$"""{"card_id": "card_1234", "merchant": {"mcc": "5411"}, "amount_usd": {{(cents + 1) / 100}}.{{(cents + 1) % 100:00}}{{more}}}""");
}
