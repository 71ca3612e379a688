using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Accounts.Passwords;

namespace Cryptocardium.Tests.Accounts;

public sealed class NfkcTests
{
    // SHA-256 over the normalized code points, alone and between marks, as Python's unicodedata computed them from the same Unicode version.
    private const string OfAll = "22f8b93c07c3103acc4e7c015b112c217d3a65615d615bf71154e05d143b9fcd";

    private const string MarksAfter = "\u0323\u0301";

    [Theory]
    [InlineData("plain ASCII", "plain ASCII")]
    [InlineData("e\u0301te\u0301", "\u00e9t\u00e9")]
    [InlineData("\ufb01le", "file")]
    [InlineData("\uff50\uff41\uff53\uff53", "pass")]
    [InlineData("\u1100\u1161\u11a8", "\uac01")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1e9b\u0323", "\u1e69")]
    [InlineData("\ud835\udc00", "A")]
    public void Spellings_of_one_text_become_one(string text, string normalized)
    {
        Assert.Equal(normalized, Nfkc.Of(text));
        Assert.Equal(normalized, Nfkc.Of(normalized));
    }

    [Fact]
    public void Every_code_point_has_the_form_of_the_Unicode_database()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (Rune.IsValid(point))
            {
                var text = char.ConvertFromUtf32(point);
                hash.AppendData(Encoding.UTF8.GetBytes(Nfkc.Of(text)));
                hash.AppendData(Encoding.UTF8.GetBytes(Nfkc.Of($"q{text}{MarksAfter}")));
            }
        }

        Assert.Equal(OfAll, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
