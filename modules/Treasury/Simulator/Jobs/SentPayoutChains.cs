using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Finds the simulated chains with outbound transfers that are not final, and mines a block on each, so that withdrawals move by themselves.
internal sealed record SentPayoutChains : IQuery<Result<IReadOnlyList<MineBlock>>>
{
    private const string Key = "Treasury:SimulatedBlockSeconds";
    private const int Standard = 3;
    private const int SecondsMax = 3_600;

    /// <summary>The job; none if blocks are mined on request only.</summary>
    public static Job[] Jobs(IConfiguration configuration) => Seconds(configuration[Key]) is var seconds and > 0
        ? [new Job("mine_simulated_blocks", TimeSpan.FromSeconds(seconds), Run)]
        : [];

    private static async ValueTask<bool> Run(JobSender sender, CancellationToken token)
    {
        foreach (var block in (await sender.Send(new SentPayoutChains(), token)).Value)
        {
            await sender.Send(block, token);
        }

        return false;
    }

    private static int Seconds(string? text) => text is null ? Standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= SecondsMax ? seconds
        : throw new RemedyException($"{Key} is '{text}'; it is a number of seconds from 0 to {SecondsMax}.");
}

internal sealed class SentPayoutChainsHandler(UnitOfWork unit, SimulatedSettlement settlement)
    : IQueryHandler<SentPayoutChains, Result<IReadOnlyList<MineBlock>>>
{
    private const int Batch = 100;

    public async ValueTask<Result<IReadOnlyList<MineBlock>>> Handle(SentPayoutChains query, CancellationToken cancellationToken)
    {
        var chains = await unit.Query(
            SimulatedPayoutSql.ChainsWithSent,
            static row => new MineBlock(AccountId.From(row.GetString("account_id")), row.GetMode("mode"), row.GetString("chain")),
            Batch);
        return chains.FindAll(block => settlement.IsSimulated(block.Mode));
    }
}
