package example.acme;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.contract.ChatModelContract;
import erp.assistant.chat.contract.Endpoint;

class AcmeChatModelTest implements ChatModelContract {

    @Override
    public ChatModel open(Endpoint endpoint) {
        return new AcmeChatModel(endpoint, Defect.NONE);
    }

    @Override
    public String provider() {
        return "acme";
    }
}
