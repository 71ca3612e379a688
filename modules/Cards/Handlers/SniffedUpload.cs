namespace Cryptocardium.Cards.Handlers;

// Carries what an uploaded file was found to be to the handler. One per call.
internal sealed class SniffedUpload
{
    public string ContentType { get; set; } = "";
}
