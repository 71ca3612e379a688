using System.Globalization;

namespace Cryptocardium.Tests.Cards;

// A model of the documented state after a sequence of messages about one purchase. The card starts with 100.00 and the purchase is
// 40.00.
internal sealed class MessageOrder
{
    private const decimal Price = 40;
    private const decimal More = 10;
    private const decimal Part = 15;
    private const decimal Back = 5;

    private decimal authorized;
    private decimal captured;
    private decimal reversed;
    private decimal refunded;
    private decimal lastCapture;
    private decimal lastCaptureRefunded;
    private bool isKnown;
    private bool isDeclined;
    private bool isOver;
    private bool isReversedFirst;
    private bool isClosed;

    public decimal Available { get; private set; } = 100;

    public decimal Held { get; private set; }

    /// <summary>The totals of the purchase; empty when there is none.</summary>
    public string View => !isKnown ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{Status} {authorized:0.00} {captured:0.00} {reversed:0.00} {refunded:0.00} {Held:0.00}");

    private string Status =>
        isDeclined ? "declined" : !isClosed ? "pending" : captured > 0 ? "closed" : "reversed";

    private bool IsHeld => isKnown && !isDeclined && !isOver && Held > 0;

    /// <summary>Processes a message and returns the expected response: the code of a decline, 00, or the status of a refusal.</summary>
    public string Take(string message) => message switch
    {
        "authorize" => Authorize(),
        "increment" => Increment(),
        "capture" => Capture(),
        "part" => CapturePart(),
        "reverse" => Reverse(),
        _ => Refund(),
    };

    private string Authorize()
    {
        if (isKnown)
        {
            return "94";
        }

        isKnown = true;
        if (isReversedFirst)
        {
            isDeclined = true;
            return "79";
        }

        if (Available < Price)
        {
            isDeclined = true;
            return "51";
        }

        Hold(Price);
        return "00";
    }

    private string Increment()
    {
        if (!isKnown)
        {
            return "404";
        }

        if (!IsHeld)
        {
            return isDeclined || isOver || reversed == 0 ? "12" : "79";
        }

        if (Available < More)
        {
            return "51";
        }

        Hold(More);
        return "00";
    }

    // A capture before its purchase is forced, and so is one after a reversal, for the released amount.
    private string Capture()
    {
        if (!isKnown)
        {
            return Force(Price);
        }

        if (isDeclined || isOver)
        {
            return "409";
        }

        var amount = Held > 0 ? Held : authorized - captured;
        if (amount <= 0)
        {
            return "409";
        }

        isOver = isClosed = true;
        return Took(amount);
    }

    private string CapturePart()
    {
        if (!isKnown)
        {
            return Force(Part);
        }

        return isDeclined || isOver ? "409" : Took(Part);
    }

    private string Reverse()
    {
        if (!isKnown || isDeclined)
        {
            isReversedFirst = true;
            return "25";
        }

        if (!IsHeld)
        {
            return isOver || reversed == 0 ? "12" : "79";
        }

        Available += Held;
        reversed += Held;
        Held = 0;
        isClosed = true;
        return "00";
    }

    private string Refund()
    {
        if (lastCapture == 0)
        {
            Available += Back;
            return "00";
        }

        if (lastCaptureRefunded + Back > lastCapture)
        {
            return "422";
        }

        lastCaptureRefunded += Back;
        refunded += isKnown && captured > 0 ? Back : 0;
        Available += Back;
        return "00";
    }

    private void Hold(decimal amount)
    {
        Available -= amount;
        Held += amount;
        authorized += amount;
    }

    private string Took(decimal amount)
    {
        var fromHold = Math.Min(Held, amount);
        Held -= fromHold;
        Spend(amount - fromHold);
        captured += amount;
        return Remember(amount);
    }

    private string Force(decimal amount)
    {
        Spend(amount);
        return Remember(amount);
    }

    // The treasury pays the part that exceeds the card's balance. It always has enough.
    private void Spend(decimal amount) => Available -= Math.Min(Available, amount);

    private string Remember(decimal amount)
    {
        (lastCapture, lastCaptureRefunded) = (amount, 0);
        return "00";
    }
}
