namespace Cryptocardium.Kernel.Outgoing;

// Carries a refusal out of the connect callback of the HTTP handler, which has no other result.
internal sealed class OutgoingRefusedException(OutgoingFailure failure) : IOException($"The connection was refused: {failure}.")
{
    public OutgoingFailure Failure => failure;
}
