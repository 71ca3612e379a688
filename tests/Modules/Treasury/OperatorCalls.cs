using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Sends commands of the operator as the command line does.</summary>
internal static class OperatorCalls
{
    /// <param name="host">The running product.</param>
    /// <param name="line">The command line, <c>write-off --account acc_… --mode live --amount 5</c>.</param>
    public static async Task<Result<string>> Run(TestHost host, string line)
    {
        var words = line.Split(' ');
        var given = words.Skip(1).Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1]);
        await using var scope = host.JobScope();
        scope.ServiceProvider.GetRequiredService<Call>().Caller = Caller.Operator;
        var command = scope.ServiceProvider.GetServices<OperatorCommand>().Single(each => each.Name == words[0]);
        return await command.Send(scope.ServiceProvider.GetRequiredService<ISender>(), given, CancellationToken.None);
    }

    /// <summary>Runs a command and requires success. {deposit} is the first deposit of the top-up, {account} its owner.</summary>
    public static async Task Do(TestHost host, TreasurySteps steps, TestAccount account, string command)
    {
        var result = await Run(host, await Filled(steps, account, command));
        Assert.True(result.Error is null, $"{command}: {result.Error?.Text}");
    }

    /// <summary>Replaces the placeholders of a command.</summary>
    public static async Task<string> Filled(TreasurySteps steps, TestAccount account, string command)
    {
        var filled = command.Replace("{account}", account.Id, StringComparison.Ordinal);
        if (filled.Contains("{deposit}", StringComparison.Ordinal))
        {
            var deposit = (await steps.Now()).Json.GetProperty("deposits")[0].GetProperty("id").GetString();
            filled = filled.Replace("{deposit}", deposit, StringComparison.Ordinal);
        }

        return filled;
    }
}
