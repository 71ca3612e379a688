using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Treasury.Jobs;

// Processes one payout in a job. A failure is logged and sets the payout aside; the job goes on with the next one.
internal static class PayoutAttempt
{
    // Returns whether the payout made progress.
    public static async ValueTask<bool> Run(JobSender sender, string id, Func<ValueTask<bool>> attempt)
    {
        try
        {
            return await attempt();
        }
#pragma warning disable CA1031 // passed to SetAsidePayout, which logs it
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new SetAsidePayout(id, exception), CancellationToken.None);
            return false;
        }
    }
}
