using System.Text;
using Cryptocardium.Treasury.Addresses;
using Org.BouncyCastle.Crypto.Digests;

namespace Cryptocardium.Tests.Treasury;

public sealed class Keccak256Tests
{
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("testing", "5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02")]
    public void Published_vectors_hold(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Keccak256.Hash(Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void Every_length_around_a_block_agrees_with_another_implementation()
    {
        const int threeBlocks = 3 * 136 + 1;
        for (var length = 0; length <= threeBlocks; length++)
        {
            var data = Enumerable.Range(0, length).Select(i => (byte)(i * 7 + length)).ToArray();
            var oracle = new KeccakDigest(256);
            oracle.BlockUpdate(data, 0, data.Length);
            var expected = new byte[Keccak256.HashBytes];
            oracle.DoFinal(expected, 0);

            Assert.Equal(expected, Keccak256.Hash(data));
        }
    }
}
