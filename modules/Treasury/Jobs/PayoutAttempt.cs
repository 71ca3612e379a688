using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Treasury.Jobs;

// One payout's turn in a job. A failure is logged, sets the payout aside, and keeps nothing from the others.
internal static class PayoutAttempt
{
    // Whether it got further.
    public static async ValueTask<bool> Run(JobSender sender, string id, Func<ValueTask<bool>> attempt)
    {
        try
        {
            return await attempt();
        }
#pragma warning disable CA1031 // handed on to the command that logs it and writes down that it happened
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new SetAsidePayout(id, exception), CancellationToken.None);
            return false;
        }
    }
}
