using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Treasury.Addresses;

namespace Cryptocardium.Tests.Treasury;

public sealed class Keccak256Tests
{
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("testing", "5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02")]
    public void Published_vectors_hold(string text, string hash) => Assert.Equal(hash, Hex(Encoding.ASCII.GetBytes(text)));

    // A block has 136 bytes; the padding needs at least one.
    [Theory]
    [InlineData(135, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446")]
    [InlineData(136, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e")]
    [InlineData(137, "d869f639c7046b4929fc92a4d988a8b22c55fbadb802c0c66ebcd484f1915f39")]
    public void Inputs_around_a_block_hold(int length, string hash) => Assert.Equal(hash, Hex([.. Enumerable.Repeat((byte)'a', length)]));

    // SHA-256 over the hashes of all lengths, computed once by an implementation that passes the vectors of SHA-3 with its padding.
    [Fact]
    public void Every_length_around_a_block_agrees_with_another_implementation()
    {
        const int threeBlocks = 3 * 136 + 1;
        var hashes = Enumerable.Range(0, threeBlocks + 1)
            .SelectMany(length => Notation.Hash([.. Enumerable.Range(0, length).Select(i => (byte)(i * 7 + length))]))
            .ToArray();

        Assert.Equal("20f42f0a777e6be6706ca5bec73daae5faaf6a5f6febf659d7b90d46c853dc62", Convert.ToHexStringLower(SHA256.HashData(hashes)));
    }

    private static string Hex(byte[] data) => Convert.ToHexStringLower(Notation.Hash(data));
}
