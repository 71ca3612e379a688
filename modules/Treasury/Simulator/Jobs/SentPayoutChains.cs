using System.Globalization;
using System.Runtime.ExceptionServices;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Finds the simulated chains with outbound transfers that are not final, and mines a block on each, so that withdrawals move by themselves.
internal sealed record SentPayoutChains(Mode Mode, MineBlock? After) : IQuery<Result<IReadOnlyList<MineBlock>>>
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
        Exception? failure = null;
        foreach (var mode in Enum.GetValues<Mode>())
        {
            MineBlock? last = null;
            do
            {
                var chains = (await sender.Send(new SentPayoutChains(mode, last), token)).Value;
                foreach (var block in chains)
                {
                    token.ThrowIfCancellationRequested();
                    failure = await Mine(sender, block, token) ?? failure;
                }

                last = chains.Count == SentPayoutChainsHandler.Batch ? chains[^1] : null;
            }
            while (last is not null);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return false;
    }

    private static async ValueTask<Exception?> Mine(JobSender sender, MineBlock block, CancellationToken token)
    {
        try
        {
            await sender.Send(block, token);
            return null;
        }
#pragma warning disable CA1031 // a chain that fails holds up no other; the job throws the exception at its end
        catch (Exception exception) when (exception is not OperationCanceledException && !DatabaseOutage.Explains(exception))
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private static int Seconds(string? text) => text is null ? Standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= SecondsMax ? seconds
        : throw new RemedyException($"{Key} is '{text}'; it is a number of seconds from 0 to {SecondsMax}.");
}

internal sealed class SentPayoutChainsHandler(UnitOfWork unit, SimulatedSettlement settlement)
    : IQueryHandler<SentPayoutChains, Result<IReadOnlyList<MineBlock>>>
{
    public const int Batch = 100;

    public async ValueTask<Result<IReadOnlyList<MineBlock>>> Handle(SentPayoutChains query, CancellationToken cancellationToken)
    {
        return !settlement.IsSimulated(query.Mode) ? (List<MineBlock>)[] : await unit.Query(
            SimulatedPayoutSql.ChainsWithSent,
            row => new MineBlock(AccountId.From(row.GetString("account_id")), query.Mode, row.GetString("chain")),
            query.Mode, query.After?.Account.Value ?? "", query.After?.Chain ?? "", Batch);
    }
}
