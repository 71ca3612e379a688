using System.Text;
using Cryptocardium.Host.Calls;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{ "b" : 2 , "a" : 1 }""")]
    [InlineData("""{"a":{"c":[1,2],"d":null}}""", """{"a":{"d":null,"c":[1.0,2e0]}}""")]
    [InlineData("""{"a":"é/"}""", """{"\u0061":"\u00e9\/"}""")]
    [InlineData("25", "25.000")]
    [InlineData("25", "2.5e1")]
    [InlineData("25", "250E-1")]
    [InlineData("0", "-0.00")]
    [InlineData("0", "0e5")]
    [InlineData("-0.05", "-5e-2")]
    [InlineData("100", "1e+2")]
    [InlineData("{}", " { } ")]
    public void Equal_values_have_one_form(string one, string other) => Assert.Equal(Form(one), Form(other));

    [Theory]
    [InlineData("25", "25.1")]
    [InlineData("25", "-25")]
    [InlineData("25", "250")]
    [InlineData("0.5", "0.05")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("null", "\"null\"")]
    [InlineData("[]", "{}")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1,2]", "[12]")]
    [InlineData("[[1],2]", "[[1,2]]")]
    [InlineData("""{"a":"b"}""", """{"a":"b","c":null}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{},"b":1}""")]
    [InlineData("""["a","b"]""", """["ab"]""")]
    [InlineData("1e99999999999", "2e99999999999")]
    public void Different_values_have_different_forms(string one, string other) => Assert.NotEqual(Form(one), Form(other));

    private static string Form(string json)
    {
        var form = new CanonicalJson();
        form.AddJson(Encoding.UTF8.GetBytes(json));
        return Convert.ToHexString(form.Written);
    }
}
