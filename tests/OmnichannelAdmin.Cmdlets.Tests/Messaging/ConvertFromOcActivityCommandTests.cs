using System.Collections;
using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Messaging;

namespace OmnichannelAdmin.Cmdlets.Tests.Messaging;

public class ConvertFromOcActivityCommandTests
{
    [Fact]
    public async Task Text_becomes_an_activity()
    {
        var example = ActivityExample.Of("webhook-agent-accepted");

        var activity = await ConvertAsync(example.Json);

        Assert.Equal("AgentAccepted", activity.EventName);
        Assert.Equal(example.Json, activity.ToJson());
    }

    [Fact]
    public async Task A_hashtable_becomes_an_activity()
    {
        var activity = await ConvertAsync(new Hashtable { ["type"] = "message", ["text"] = "Hello" });

        Assert.Equal("Hello", activity.Text);
    }

    [Fact]
    public async Task What_is_no_JSON_is_an_error()
    {
        var pipeline = await CmdletBody.RunAsync(new ConvertFromOcActivityCommand { InputObject = "{" });

        Assert.Equal("ActivityNotJson", Assert.Single(pipeline.Errors).Id);
    }

    private static async Task<Activity> ConvertAsync(object input)
    {
        var pipeline = await CmdletBody.RunAsync(new ConvertFromOcActivityCommand { InputObject = input });
        return Assert.IsType<Activity>(Assert.Single(pipeline.Output));
    }
}
