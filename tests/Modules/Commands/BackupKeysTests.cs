using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Commands;

public sealed class BackupKeysTests
{
    [Theory]
    [InlineData("{\"Iterations\":1,\"Salt\":\"AA==\",\"Sealed\":\"AAAA\"}")]
    [InlineData("{\"Iterations\":1,\"Salt\":\"AA==\"}")]
    [InlineData("{\"Iterations\":0,\"Salt\":\"AA==\",\"Sealed\":\"AAAA\"}")]
    [InlineData("{")]
    public void Sealed_keys_that_are_cut_off_are_damaged(string content)
    {
        using var calls = new BackupCalls();
        File.WriteAllText(calls.At("keys.sealed"), content);
        var exception = Assert.Throws<RemedyException>(() => BackupKeys.Open(calls.At("keys.sealed"), "a passphrase"));
        Assert.EndsWith("keys.sealed is damaged.", exception.Message, StringComparison.Ordinal);
    }
}
