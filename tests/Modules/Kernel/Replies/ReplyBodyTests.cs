using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Secrets;

namespace Cryptocardium.Modules.Tests.Kernel.Replies;

public sealed class ReplyBodyTests
{
    private static readonly byte[] Place = [1, 2, 3];

    private readonly Sealer sealer = new(new byte[32]);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id":"card_1","label":"née"}""")]
    public void A_short_body_comes_back(string body) => Assert.Equal(body, Again(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_long_body_is_compressed_and_comes_back()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"\"name_{i}\":\"value\",")));

        Assert.Equal(Encoding.UTF8.GetString(body), Again(body));
        Assert.InRange(ReplyBody.Seal(sealer, body, Place).Length, 1, body.Length / 3);
    }

    [Fact]
    public void A_long_body_that_cannot_be_compressed_comes_back()
    {
        var body = RandomNumberGenerator.GetBytes(5_000);

        Assert.Equal(body, ReplyBody.Open(sealer, ReplyBody.Seal(sealer, body, Place), Place));
    }

    [Fact]
    public void A_body_of_another_row_cannot_be_opened() =>
        Assert.ThrowsAny<CryptographicException>(() => ReplyBody.Open(sealer, ReplyBody.Seal(sealer, [1], Place), [4]));

    private string Again(byte[] body) => Encoding.UTF8.GetString(ReplyBody.Open(sealer, ReplyBody.Seal(sealer, body, Place), Place));
}
