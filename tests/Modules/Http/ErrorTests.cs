using Cryptocardium.Host.Calls;
using System.Text;
using System.Text.Json;
using Cryptocardium.Host.Http;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class ErrorTests
{
    [Fact]
    public void A_body_has_the_documented_shape() => Assert.Equal(
        """{"object":"error","type":"invalid_request_error","code":"missing_required_field","message":"Field 'bin' is required.","param":"bin","request_id":"req_1","doc_url":"https://api.example.com/docs/errors#missing_required_field","request_log_url":"https://api.example.com/v1/request_logs/req_1"}""",
        Body(new Error(Errors.MissingRequiredField) { Param = "bin" }));

    [Fact]
    public void Too_little_money_says_how_much() => Assert.EndsWith(
        ""","required_usd":306.00,"available_usd":0.01}""",
        Body(new Error(Errors.InsufficientTreasuryBalance) { Required = Usd.FromDollars(306), Available = Usd.FromCents(1) }));

    [Fact]
    public void Several_faults_are_all_listed()
    {
        var faults = new Error[] { new(Errors.InvalidType) { Param = "type" }, new(Errors.UnknownField) { Param = "foo" } };

        using var body = JsonDocument.Parse(Body(faults[0] with { Others = faults }));

        Assert.Equal("type", body.RootElement.GetProperty("param").GetString());
        Assert.Equal(
            ["invalid_type type", "unknown_field foo"],
            body.RootElement.GetProperty("errors").EnumerateArray()
                .Select(each => $"{each.GetProperty("code").GetString()} {each.GetProperty("param").GetString()}"));
    }

    [Theory]
    [InlineData(400, "malformed_request", 400)]
    [InlineData(404, "route_not_found", 404)]
    [InlineData(405, "method_not_allowed", 405)]
    [InlineData(406, "not_acceptable", 406)]
    [InlineData(408, "malformed_request", 400)]
    [InlineData(413, "payload_too_large", 413)]
    [InlineData(414, "malformed_request", 400)]
    [InlineData(415, "unsupported_media_type", 415)]
    [InlineData(431, "headers_too_large", 431)]
    [InlineData(500, "internal_error", 500)]
    [InlineData(505, "malformed_request", 400)]
    public void The_servers_own_refusals_have_a_code(int status, string code, int answered)
    {
        Assert.Equal(code, ServerErrors.Of(status).Kind.Code);
        Assert.Equal(answered, ServerErrors.Of(status).Kind.Status);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\nDate: x\r\n\r\n", 400)]
    [InlineData("HTTP/1.1 431 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 431)]
    [InlineData("HTTP/1.1 505 Version\r\nContent-Length: 0\r\n\r\n", 505)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nRequest-Id: req_1\r\n\r\n", null)]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 9\r\n\r\n", null)]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", null)]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n", null)]
    [InlineData("", null)]
    public void Only_the_servers_own_bodiless_refusals_are_replaced(string written, int? status) =>
        Assert.Equal(status, BodilessRefusal.StatusOf(Encoding.ASCII.GetBytes(written)));

    [Theory]
    [InlineData(ViolationKind.Malformed, "json", "malformed_json")]
    [InlineData(ViolationKind.TooDeep, "json", "malformed_json")]
    [InlineData(ViolationKind.InvalidUtf8, "json", "invalid_utf8")]
    [InlineData(ViolationKind.Characters, "json", "invalid_characters")]
    [InlineData(ViolationKind.Duplicate, "json", "duplicate_field")]
    [InlineData(ViolationKind.Unknown, "additionalProperties", "unknown_field")]
    [InlineData(ViolationKind.Missing, "required", "missing_required_field")]
    [InlineData(ViolationKind.WrongType, "type", "invalid_type")]
    [InlineData(ViolationKind.Null, "nullable", "invalid_type")]
    [InlineData(ViolationKind.NotInEnum, "enum", "invalid_value")]
    [InlineData(ViolationKind.Pattern, "pattern", "invalid_format")]
    [InlineData(ViolationKind.Format, "format", "invalid_format")]
    [InlineData(ViolationKind.Length, "minLength", "value_too_short")]
    [InlineData(ViolationKind.Length, "maxLength", "value_too_long")]
    [InlineData(ViolationKind.OutOfRange, "minimum", "out_of_range")]
    [InlineData(ViolationKind.AmountPrecision, "x-usd", "amount_precision")]
    [InlineData(ViolationKind.NumberForm, "x-usd", "invalid_number")]
    [InlineData(ViolationKind.NoMatch, "oneOf", "invalid_value")]
    public void Each_way_of_breaking_the_contract_has_a_code(ViolationKind kind, string keyword, string code) =>
        Assert.Equal(code, ContractErrors.Of(new Violation(kind, "field", keyword), isBody: true).Kind.Code);

    [Theory]
    [InlineData("minimum", "amount_too_small")]
    [InlineData("exclusiveMinimum", "amount_too_small")]
    [InlineData("maximum", "amount_out_of_bounds")]
    public void An_amount_out_of_its_range_is_refused_by_a_rule(string keyword, string code) => Assert.Equal(
        code, ContractErrors.Of(new Violation(ViolationKind.OutOfRange, "amount_usd", keyword) { Business = true, Limit = 1 }, isBody: true).Kind.Code);

    [Fact]
    public void A_cursor_that_cannot_be_one_is_an_unknown_cursor() =>
        Assert.Equal("invalid_cursor", ContractErrors.Of(new Violation(ViolationKind.Pattern, "cursor", "pattern"), isBody: false).Kind.Code);

    private static string Body(Error error) => Encoding.UTF8.GetString(ErrorJson.Of(error, "req_1", "https://api.example.com", isLogged: true));
}
