namespace Cryptocardium.Kernel.Outgoing;

// Carries a refusal out of the handler's connect callback, which cannot answer otherwise.
internal sealed class OutgoingRefusedException(OutgoingFailure failure) : IOException($"The connection was refused: {failure}.")
{
    public OutgoingFailure Failure => failure;
}
