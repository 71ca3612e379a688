using System.Diagnostics;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

public sealed class ListenTests
{
    private const int Refused = 2;

    [Theory]
    [InlineData("http://0.0.0.0:0", "Listen on 127.0.0.1, or set Urls to https:// addresses and Kestrel:Certificates:Default:Path to a certificate.")]
    [InlineData("https://0.0.0.0:0", "needs a certificate. Set Kestrel:Certificates:Default:Path")]
    public async Task The_program_does_not_start_where_others_could_listen_in_and_says_what_to_do(string urls, string sentence)
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        string[] words = [Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"), .. database.Arguments, $"--Urls={urls}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardError = true, WorkingDirectory = database.Directory })!;

        var output = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(Refused, process.ExitCode);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }
}
