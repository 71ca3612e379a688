using Cryptocardium.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class HeaderLimitsTests
{
    [Theory]
    [InlineData(4_096, 1, true)]
    [InlineData(4_097, 1, false)]
    [InlineData(4_091, 2, true)] // twice a name of one byte, a value and ": " with the line's end: 8 192
    [InlineData(4_092, 2, false)]
    public void A_value_has_4096_bytes_and_all_together_8192(int valueBytes, int count, bool accepted)
    {
        var headers = new HeaderDictionary();
        for (var i = 0; i < count; i++)
        {
            headers[$"{i}"] = new string('a', valueBytes);
        }

        Assert.Equal(accepted, HeaderLimits.Check(headers) is null);
    }
}
