using Cryptocardium.Schema;

namespace Cryptocardium.Contract.Tests.Schema;

public sealed class ParameterCheckTests
{
    [Theory]
    [InlineData("""{"type": "integer", "minimum": 1, "maximum": 100}""", "100", "")]
    [InlineData("""{"type": "integer", "minimum": 1, "maximum": 100}""", "0", "OutOfRange p minimum")]
    [InlineData("""{"type": "integer", "minimum": 1, "maximum": 100}""", "101", "OutOfRange p maximum")]
    [InlineData("""{"type": "integer"}""", "", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "ten", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", " 1", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "1 ", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "+1", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "01", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "1.5", "WrongType p type")]
    [InlineData("""{"type": "integer"}""", "9999999999999999999999", "OutOfRange p maximum")]
    [InlineData("""{"type": "boolean"}""", "true", "")]
    [InlineData("""{"type": "boolean"}""", "True", "WrongType p type")]
    [InlineData("""{"type": "number", "x-usd": true}""", "12.50", "")]
    [InlineData("""{"type": "number", "x-usd": true}""", "12.505", "AmountPrecision p x-usd (business)")]
    [InlineData("""{"type": "number", "x-usd": true}""", "1e3", "NumberForm p x-usd")]
    [InlineData("""{"type": "number"}""", "NaN", "WrongType p type")]
    [InlineData("""{"type": "string", "pattern": "^card_"}""", "card_1", "")]
    [InlineData("""{"type": "string", "pattern": "^card_"}""", "acct_1", "Pattern p pattern")]
    [InlineData("""{"type": "string", "enum": ["live", "sandbox"]}""", "test", "NotInEnum p enum")]
    [InlineData("""{"type": "string"}""", "a\0", "Characters p json")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00Z", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "yesterday", "Format p format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00.123456789012Z", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00+05:30", "")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00 05:30", "Format p format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00", "Format p format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01", "Format p format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-02-30T00:00:00Z", "Format p format")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "2026-01-01T00:00:00.Z", "Format p format")]
    [InlineData("""{"type": "string", "x-extensible-enum": ["live", "sandbox"]}""", "live", "")]
    [InlineData("""{"type": "string", "x-extensible-enum": ["live", "sandbox"]}""", "test", "NotInEnum p x-extensible-enum")]
    [InlineData("""{"allOf": [{"type": "integer"}]}""", "x", "WrongType p type")]
    public void One_value(string schema, string value, string expected) =>
        Assert.Equal(expected, Sample.Lines(ParameterCheck.Check(Parameter(schema), value)));

    [Fact]
    public void A_parameter_given_twice_is_refused_unless_it_is_a_list()
    {
        Assert.Equal("Duplicate p type", Sample.Lines(ParameterCheck.Check(Parameter("""{"type": "string"}"""), "a", "a")));
        Assert.Equal(
            "WrongType p[1] type",
            Sample.Lines(ParameterCheck.Check(Parameter("""{"type": "array", "items": {"type": "integer"}}"""), "1", "x")));
    }

    [Fact]
    public void Only_a_required_parameter_may_not_be_absent()
    {
        Assert.Empty(ParameterCheck.Check(Parameter("""{"type": "string"}""")));
        Assert.Equal("Missing p required", Sample.Lines(ParameterCheck.Check(Parameter("""{"type": "string"}""", required: true))));
    }

    [Theory]
    [InlineData("""{"type": "string", "x-extensible-enum": ["tron", "bsc"]}""", "doge", "p must be one of tron, bsc.")]
    [InlineData("""{"type": "string", "pattern": "^card_", "example": "card_1"}""", "acct_1", "p must look like card_1.")]
    [InlineData("""{"type": "string", "pattern": "^[^\\u0000-\\u001f]+$"}""", "a\n", "p contains a control character or half of a surrogate pair.")]
    public void A_message_helps_a_person(string schema, string value, string expected) =>
        Assert.Equal(expected, ParameterCheck.Check(Parameter(schema), value).Single().Message);

    private static ContractParameter Parameter(string schema, bool required = false)
    {
        var node = Sample.Schema(schema);
        return new ContractParameter("p", "query", required, node, node.Source);
    }
}
