using Cryptocardium.Ledger.Statements;

namespace Cryptocardium.Tests.Ledger;

public sealed class CsvFieldTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("card_load", "card_load")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void A_field_is_quoted_where_it_must_be_and_never_a_formula(string text, string field) => Assert.Equal(field, CsvField.Text(text));
}
